// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/endingcameras.h"

#include "server/cameras/ingest/camera.h"
#include "server/core/base/threadname.h"

#include <utility>

namespace {
constexpr auto betweenNotices = std::chrono::seconds(10);
}

EndingCameras::EndingCameras(std::function<void(DeviceId)> ended)
    : m_ended(std::move(ended))
{
    m_threads.setMaxThreadCount(mostThreads);
}

EndingCameras::~EndingCameras() { wait(); }

void EndingCameras::end(DeviceId device, std::shared_ptr<Camera> camera, std::function<void()> then)
{
    if (camera)
        camera->requestStop();
    const std::scoped_lock lock(m_mutex);
    const bool isNew = !m_ending.contains(device);
    Ending &ending = m_ending[device];
    if (camera)
        ending.camera = std::move(camera);
    if (then)
        ending.then.push_back(std::move(then));
    if (isNew)
        m_threads.start([this, device] { run(device); });
}

void EndingCameras::run(DeviceId device)
{
    nameThread("camera end");
    if (const auto camera = find(device))
        camera->stop();
    for (auto next = takeNext(device); !next.empty(); next = takeNext(device)) {
        for (const auto &then : next)
            then();
    }
    m_ended(device);
}

/// Returns what is to be called now that the camera of a device has ended. If that is nothing, the device no longer
/// counts as ending.
std::vector<std::function<void()>> EndingCameras::takeNext(DeviceId device)
{
    Ending last; // destroyed without the lock
    const std::scoped_lock lock(m_mutex);
    auto next = std::exchange(m_ending[device].then, {});
    if (next.empty())
        last = m_ending.take(device);
    return next;
}

bool EndingCameras::contains(DeviceId device) const
{
    const std::scoped_lock lock(m_mutex);
    return m_ending.contains(device);
}

std::shared_ptr<Camera> EndingCameras::find(DeviceId device) const
{
    const std::scoped_lock lock(m_mutex);
    return m_ending.value(device).camera;
}

QList<DeviceId> EndingCameras::devices() const
{
    const std::scoped_lock lock(m_mutex);
    return m_ending.keys();
}

void EndingCameras::wait()
{
    while (!m_threads.waitForDone(int(std::chrono::milliseconds(betweenNotices).count())))
        qWarning("The disk has not taken the last recordings of %lld cameras yet. The server ends afterwards.",
                 static_cast<long long>(devices().size()));
}
