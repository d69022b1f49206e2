# SPDX-License-Identifier: GPL-3.0-or-later
"""Recording for an hour, next to FFmpeg on the same cameras in the same run: processor time, memory, and bytes.

Two servers record the cameras, one without and one with the search for motion. Beside them, an FFmpeg for each camera
copies it to HLS, and another one decodes and scales it as well. Only the ratios are comparable between machines.
"""
import contextlib
import http.client
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

most_recording = 1.3  # times the processor time of FFmpeg that copies
most_motion = 1.2  # times that of FFmpeg that copies, decodes, and scales to 8 frames per second
most_growth = 1.1  # of the memory, from a third of the time to its end
most_bytes = 1.05  # times those of FFmpeg
warm_up = 15  # seconds

conditions = {"without vision": {"signal": {"lost": True}}, "with motion": {"motion": {}}}


def started(command):
    """Starts a camera, and returns it with its address."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    address = re.search(r"rtsp://\S+", process.stdout.readline())
    return (process, address[0]) if address else sys.exit("the camera has not started")


@contextlib.contextmanager
def on_camera(programs, *options):
    """Gives a folder, the address of a camera of 1280 x 720 pixels, and the parties by name, which are stopped at last."""
    command = [os.path.join(programs, "waymark-camera"), "--listen", "127.0.0.1:0", "--size", "1280x720", *options]
    with tempfile.TemporaryDirectory() as folder:
        camera, address = started(command)
        parties = {}
        try:
            yield folder, address, parties
        finally:
            for party in parties.values():
                party.stop()
            camera.terminate()
            camera.wait()


def processor_time(pid):
    """Seconds of a process in user mode and in the kernel."""
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid):
    """Resident memory in MB."""
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1]) / 1024


def size_of(folder, ending):
    return sum(os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(folder) for name in names
               if name.endswith(ending))


class Peer:
    """The FFmpeg processes of all cameras."""

    def __init__(self, folder, address, cameras, more):
        self.folder = folder
        self.processes = []
        for number in range(cameras):
            place = os.path.join(folder, str(number))
            os.makedirs(place)
            self.processes.append(subprocess.Popen(
                ["ffmpeg", "-v", "error", "-nostdin", "-rtsp_transport", "tcp", "-i", address, "-map", "0:v", "-c",
                 "copy", "-f", "hls", "-hls_segment_type", "fmp4", "-hls_time", "1", "-hls_list_size", "0",
                 os.path.join(place, "live.m3u8"), *more]))

    def pids(self):
        return [process.pid for process in self.processes]

    def bytes(self):
        return size_of(self.folder, ".m4s")

    def stop(self):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait()


class Recorder:
    """A server that records all cameras under one rule."""

    def __init__(self, bench, folder, address, cameras, rule):
        self.folder = folder
        self.server = bench.Waymark(folder, "sqlite")
        token = f"Bearer {self.server.token}"
        mode = bench.request("POST", self.server.base + "/device-modes",
                             {"name": "Bench", "conditions": conditions[rule]}, token)
        self.paths = []
        for number in range(cameras):
            device = bench.request("POST", self.server.base + "/devices",
                                   {"name": f"Camera {number}", "source_url": address,
                                    "devicemode_id": mode["devicemode_id"]}, token)
            stream = bench.request("GET", f"{self.server.base}/streams/{device['device_id']}", None, token)
            self.paths.append(stream["hls"])

    def pids(self):
        return [self.server.process.pid]

    def bytes(self):
        return size_of(os.path.join(self.folder, "media"), ".mp4")

    def stop(self):
        self.server.stop()


def fetched(connection, target, failures):
    connection.request("GET", target)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status == 200:
        return body
    failures.append(answer.status)
    return b""


def watch(base, path, end, waits, failures):
    """Plays a live playlist as a viewer does: the playlist once a second, and each new segment."""
    host = urllib.parse.urlsplit(base).netloc
    connection = http.client.HTTPConnection(host, timeout=30)
    seen = None
    while time.monotonic() < end:
        began = time.monotonic()
        names = [line for line in fetched(connection, path, failures).decode().splitlines() if line[:1] not in ("", "#")]
        if names and names[-1] != seen:
            seen = names[-1]
            fetched(connection, urllib.parse.urljoin(path, seen), failures)
        waits.append(time.monotonic() - began)
        time.sleep(max(0, 1 - (time.monotonic() - began)))


def show_to(recorder, viewers, seconds):
    """Returns how long the slowest 1 % of the viewers' seconds took, and the number of answers without pictures."""
    base = recorder.server.base.removesuffix("/v1")
    waits, failures = [], []
    end = time.monotonic() + seconds
    threads = [threading.Thread(target=watch,
                                args=(base, recorder.paths[number % len(recorder.paths)], end, waits, failures))
               for number in range(viewers)]
    for thread in threads:
        thread.start()
        time.sleep(1 / viewers)
    for thread in threads:
        thread.join()
    return sorted(waits)[int(len(waits) * 0.99)] if waits else float("inf"), len(failures)


def measured(parties, seconds):
    """Returns what each party has used in this time."""
    time.sleep(warm_up)
    before = {name: (sum(map(processor_time, party.pids())), party.bytes()) for name, party in parties.items()}
    time.sleep(seconds / 3)
    early = {name: sum(map(memory, party.pids())) for name, party in parties.items()}
    time.sleep(seconds * 2 / 3)
    used = {}
    for name, party in parties.items():
        late = sum(map(memory, party.pids()))
        used[name] = {"cpu": sum(map(processor_time, party.pids())) - before[name][0],
                      "bytes": party.bytes() - before[name][1], "memory": late, "growth": late / early[name]}
    return used


def judge(used, faults):
    """Prints the ratios. Appends what is too much to the list."""
    for name, peer, most in (("without vision", "copies", most_recording), ("with motion", "decodes", most_motion)):
        own, other = used[name], used[peer]
        ratios = {"processor time": (own["cpu"] / other["cpu"], most),
                  "bytes": (own["bytes"] / other["bytes"], most_bytes),
                  "memory at the end and after a third": (own["growth"], most_growth)}
        print(f"{name}, next to FFmpeg that {peer}: {own['cpu']:.1f} s of processor time, {own['memory']:.0f} MB "
              f"({own['memory'] / other['memory']:.2f} times that of all FFmpeg processes)")
        for what, (ratio, limit) in ratios.items():
            print(f"  {what}: {ratio:.2f} (expected: at most {limit})")
            if ratio > limit:
                faults.append(f"{name}: {what}")


def run(bench, options):
    bench.server_program = os.path.join(options.programs, "waymark-server")
    rate = ["--fps", options.fps] if options.fps else []
    scaled = ["-map", "0:v", "-vf", "fps=8,scale=640:360", "-f", "null", "-"]
    faults = []
    with on_camera(options.programs, *rate) as (folder, address, parties):
        for name in conditions:
            place = os.path.join(folder, name.replace(" ", "-"))
            parties[name] = Recorder(bench, place, address, options.cameras, name)
        parties["copies"] = Peer(os.path.join(folder, "copies"), address, options.cameras, [])
        parties["decodes"] = Peer(os.path.join(folder, "decodes"), address, options.cameras, scaled)
        judge(measured(parties, options.minutes * 60), faults)
        if options.viewers:
            slowest, failures = show_to(parties["without vision"], options.viewers, 30)
            print(f"{options.viewers} viewers for half a minute: 99 % of the seconds took at most "
                  f"{slowest * 1000:.0f} ms, {failures} failures (expected: 1000 ms, none)")
            if failures or slowest > 1:
                faults.append("viewers")
    sys.exit(f"too much: {', '.join(faults)}" if faults else 0)
