from sqlalchemy.exc import DetachedInstanceError, MultipleResultsFound, NoResultFound, ObjectDeletedError, StaleDataError, UnmappedInstanceError
