# SPDX-License-Identifier: GPL-3.0-or-later
"""Motion alone, next to Debian's `motion` on the same camera in the same run: processor time and memory.

Both decode all pictures of the camera and search eight in a second. The server searches pictures of 320 x 180 pixels,
and records nothing. `motion` takes multiples of eight only, and gets 320 x 176 pixels. It writes neither pictures nor
movies. Only the ratio is comparable between machines.
"""
import datetime
import os
import statistics
import subprocess
import tempfile
import time
import urllib.parse

import compared

most = 1.0  # times the processor time of `motion`
rate = 8  # pictures per second that are searched
least_searched = 0.9  # of the pictures that should be searched
rounds = 3
seconds = 60  # of a round
warm_up = 20  # seconds

# Debian's settings, except for those that the measurement asks for. The threshold is Debian's as a share of the size.
settings = """
netcam_url {address}
netcam_params rtsp_transport=tcp,capture_rate={captured}
width 320
height 176
framerate {rate}
threshold 275
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

    def __init__(self, folder, address, fps):
        self.log = os.path.join(folder, "motion.log")
        file = os.path.join(folder, "motion.conf")
        with open(file, "w") as config:
            config.write(settings.format(address=address, captured=fps, rate=rate, folder=folder))
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
    """Prints the ratio. Returns True if the server takes no more processor time than `motion`."""
    bench.server_program = os.path.join(programs, "waymark-server")
    command = [os.path.join(programs, "waymark-camera"), "--listen", "127.0.0.1:0", "--size", "1280x720", "--fps",
               str(fps)]
    with tempfile.TemporaryDirectory() as folder:
        camera, address = compared.started(command)
        parties = []
        try:
            for name in ("server", "peer"):
                os.makedirs(os.path.join(folder, name))
            server = Analysis(bench, os.path.join(folder, "server"), [address], {"motion": {}})
            parties.append(server)
            peer = Peer(os.path.join(folder, "peer"), address, fps)
            parties.append(peer)
            time.sleep(warm_up)
            start = datetime.datetime.now(datetime.timezone.utc)
            spent = measured(parties)
            share = server.searched(start) / (rate * seconds)
            memory = [sum(map(compared.memory, family(party.process.pid))) for party in parties]
            problems = peer.problems()
        finally:
            for party in parties:
                party.stop()
            camera.terminate()
            camera.wait()
    if problems or share < least_searched:
        print(f"\nmotion alone: the machine is too busy; {share:.0%} of the pictures are searched", *problems, sep="\n")
        return False
    ratios = [own / other for own, other in spent]
    print(f"\n{'':36}{'s/min':>12}{'MB':>8}")
    for name, number in (("motion alone", 0), ("Debian's motion", 1)):
        each = statistics.median(times[number] for times in spent) * 60 / seconds
        print(f"{name:36}{each:12.2f}{memory[number]:8.0f}")
    print(f"\nratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}; expected: <= {most})")
    return statistics.median(ratios) <= most
