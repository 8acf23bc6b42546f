from asyncio import *
from asyncio import all_tasks, current_task
