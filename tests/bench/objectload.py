# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects on four busy cameras: the processor time that looking for them takes, in cores.

Two servers have the same cameras, a busy street of 1280 x 720 pixels with five pictures a second, and record nothing.
One searches them for motion, and the other one for people as well. The difference is the cost of objects.
"""
import base64
import os
import re
import subprocess
import time
import urllib.request

import compared
import motionpeer

most = 1.0  # cores
cameras = 4
rate = 5  # pictures per second of a camera
most_shed = 0.1  # of the pictures that should be looked at
seconds = 60
warm_up = 20  # seconds

rules = {"motion": {"motion": {}}, "objects": {"object": {"labels": ["person"]}}}


def administrator(bench, server, folder):
    """Creates an administrator, and returns the authorization to read the metrics."""
    subprocess.run([bench.server_program, "create-user", "--role", "admin", "--email", "admin@example.org", "--data-dir",
                    folder, "--database", "sqlite"], input=bench.password, text=True, check=True,
                   stdout=subprocess.DEVNULL)
    basic = "Basic " + base64.b64encode(f"{bench.portal_app}:".encode()).decode()
    tokens = bench.request("POST", server.base + "/accounts/login/local",
                           {"name": "admin@example.org", "password": bench.password}, basic)
    return "Bearer " + tokens["access_token"]


def counted(server, authorization):
    """Returns the numbers of pictures that were searched for objects, and that should have been."""
    call = urllib.request.Request(server.base + "/metrics", headers={"Authorization": authorization})
    with urllib.request.urlopen(call) as answer:
        text = answer.read().decode()
    return [float(re.search(rf"^waymark_detector_{name}_total (\S+)", text, re.MULTILINE)[1])
            for name in ("looks", "sheds")]


def run(bench, programs):
    """Prints the cores. Returns True if objects take no more than one, and hardly any picture is left out."""
    bench.server_program = os.path.join(programs, "waymark-server")
    with compared.on_camera(programs, "--fps", str(rate)) as (folder, address, parties):
        for name, rule in rules.items():
            place = os.path.join(folder, name)
            os.makedirs(place)
            parties[name] = motionpeer.Analysis(bench, place, [address] * cameras, rule)
        time.sleep(warm_up)
        objects = parties["objects"].server
        authorization = administrator(bench, objects, os.path.join(folder, "objects"))
        before = counted(objects, authorization)
        spent = {name: compared.processor_time(party.process.pid) for name, party in parties.items()}
        time.sleep(seconds)
        spent = {name: compared.processor_time(party.process.pid) - spent[name] for name, party in parties.items()}
        looks, sheds = (now - earlier for now, earlier in zip(counted(objects, authorization), before))
    cores = (spent["objects"] - spent["motion"]) / seconds
    shed = sheds / max(1, looks + sheds)
    print(f"\nobjects on {cameras} busy cameras: {cores:.2f} cores (expected: <= {most}), "
          f"{looks / seconds / cameras:.1f} looks a second and camera, {shed:.0%} shed (expected: <= {most_shed:.0%})")
    print(f"all of these cameras with motion alone: {spent['motion'] / seconds:.2f} cores")
    return cores <= most and shed <= most_shed and looks > 0
