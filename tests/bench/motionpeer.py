# SPDX-License-Identifier: GPL-3.0-or-later
"""Motion alone, next to Debian's `motion` on the same camera in the same run: processor time and memory.

All decode every picture of the camera. The server searches eight in a second, of 320 x 180 pixels, and records nothing.
One `motion` has the settings that Debian ships: it searches 15 pictures of 640 x 480 pixels. Another one searches as
many as the server, of 320 x 176 pixels, because it takes multiples of eight only. Neither writes pictures or movies.
Only the ratios are comparable between machines.
"""
import datetime
import os
import statistics
import subprocess
import time
import urllib.parse

import compared

most = 1.0  # times the processor time of `motion`
rate = 8  # pictures per second that are searched
least_searched = 0.9  # of the pictures that should be searched
rounds = 3
seconds = 60  # of a round
warm_up = 20  # seconds

# The threshold is the same share of the pixels.
peers = {"motion as Debian ships it": {"width": 640, "height": 480, "framerate": 15, "threshold": 1500},
         "motion on as many pixels": {"width": 320, "height": 176, "framerate": rate, "threshold": 275}}
# Debian's settings, except for those that the measurement asks for.
settings = """
netcam_url {address}
netcam_params rtsp_transport=tcp,capture_rate={captured}
width {width}
height {height}
framerate {framerate}
threshold {threshold}
despeckle_filter EedDl
minimum_motion_frames 1
event_gap 60
pre_capture 0
post_capture 0
picture_output off
movie_output off
webcontrol_port 0
stream_port 0
log_level 5
log_file {folder}/motion.log
target_dir {folder}
"""


def family(pid):
    """Returns a process and those that it has started."""
    pids = [pid]
    for parent in pids:
        for task in os.listdir(f"/proc/{parent}/task"):
            with open(f"/proc/{parent}/task/{task}/children") as found:
                pids += map(int, found.read().split())
    return pids


class Peer:
    """Debian's `motion` with one camera."""

    def __init__(self, folder, address, fps, pictures):
        self.log = os.path.join(folder, "motion.log")
        file = os.path.join(folder, "motion.conf")
        with open(file, "w") as config:
            config.write(settings.format(address=address, captured=fps, folder=folder, **pictures))
        self.process = subprocess.Popen(["motion", "-n", "-c", file], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)

    def problems(self):
        with open(self.log) as log:
            return [line.rstrip() for line in log if "[ERR]" in line]

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Analysis:
    """A server with cameras that are analyzed and not recorded."""

    def __init__(self, bench, folder, addresses, conditions):
        self.bench = bench
        self.server = bench.Waymark(folder, "sqlite")
        self.process = self.server.process
        mode = self.request("POST", "/device-modes", {"name": "Bench", "conditions": conditions})
        for address in addresses:
            device = self.request("POST", "/devices", {"name": "Street", "source_url": address,
                                                       "devicemode_id": mode["devicemode_id"]})
            self.device = device["device_id"]
            self.request("PUT", f"/devices/{self.device}/capture-mode", {"mode": "off"})

    def request(self, method, path, body=None):
        return self.bench.request(method, self.server.base + path, body, f"Bearer {self.server.token}")

    def searched(self, start):
        """Returns the number of pictures of the last camera that were searched in a round."""
        times = (start, start + datetime.timedelta(seconds=seconds))
        first, last = (time.strftime("%Y-%m-%dT%H:%M:%SZ") for time in times)
        span = urllib.parse.urlencode({"from": first, "to": last})
        return len(self.request("GET", f"/streams/{self.device}/observations?{span}")["moments"])

    def stop(self):
        self.server.stop()


def measured(parties):
    """Returns the processor time of each party in each round."""
    spent = []
    for _ in range(rounds):
        before = [sum(map(compared.processor_time, family(party.process.pid))) for party in parties]
        time.sleep(seconds)
        spent.append([sum(map(compared.processor_time, family(party.process.pid))) - earlier
                      for party, earlier in zip(parties, before)])
    return spent


def run(bench, programs, fps):
    """Prints the ratios. Returns True if the server takes no more processor time than each `motion`."""
    bench.server_program = os.path.join(programs, "waymark-server")
    with compared.on_camera(programs, "--fps", str(fps)) as (folder, address, parties):
        places = {name: os.path.join(folder, str(number)) for number, name in enumerate(["motion alone", *peers])}
        for place in places.values():
            os.makedirs(place)
        server = parties["motion alone"] = Analysis(bench, places["motion alone"], [address], {"motion": {}})
        for name, pictures in peers.items():
            parties[name] = Peer(places[name], address, fps, pictures)
        time.sleep(warm_up)
        start = datetime.datetime.now(datetime.timezone.utc)
        spent = measured(parties.values())
        share = server.searched(start) / (rate * seconds)
        memory = [sum(map(compared.memory, family(party.process.pid))) for party in parties.values()]
        problems = [problem for name in peers for problem in parties[name].problems()]
    if problems or share < least_searched:
        print(f"\nmotion alone: the machine is too busy; {share:.0%} of the pictures are searched", *problems, sep="\n")
        return False
    print(f"\n{'':36}{'s/min':>12}{'MB':>8}")
    for name, times, size in zip(places, zip(*spent), memory):
        print(f"{name:36}{statistics.median(times) * 60 / seconds:12.2f}{size:8.0f}")
    good = True
    for number, name in enumerate(peers, 1):
        ratios = [times[0] / times[number] for times in spent]
        ratio = statistics.median(ratios)
        print(f"ratio to {name}: {ratio:.2f} ({min(ratios):.2f} to {max(ratios):.2f}; expected: <= {most})")
        good = good and ratio <= most
    return good
