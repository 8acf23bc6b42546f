"""Cars at a crossing, one road green at a time."""

from threading import Lock
import threading
class TrafficLight:
    def __init__(self):
        self.green = 1
        self.lock = Lock()
    def carArrived(self, carId, roadId, direction, turnGreen, crossCar):
        with self.lock:
            if self.green != roadId:
                turnGreen()
                self.green = roadId
            crossCar()
tl = TrafficLight()
events=[]
cars=[(1,1,2),(3,1,1),(5,1,1),(2,2,3),(4,2,4)]
def go(c,r,d):
    tl.carArrived(c,r,d,lambda: events.append(f"Traffic Light On Road {'AB'[r-1]} Is Green"),lambda: events.append(f"Car {c} Has Passed Road {'AB'[r-1]} In Direction {d}"))
for c in cars:
    t=threading.Thread(target=go,args=c); t.start(); t.join()
print('\n'.join(events))
