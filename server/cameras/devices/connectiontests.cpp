// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/devices/connectiontests.h"

#include "server/cameras/devices/cameracredentials.h"
#include "server/cameras/devices/ingestsupervisor.h"
#include "server/cameras/ingest/av.h"
#include "server/cameras/ingest/streaminput.h"
#include "server/core/base/serverkey.h"

#include <QElapsedTimer>

extern "C" {
#include <libavcodec/packet.h>
#include <libavformat/avformat.h>
}

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto longestWait = 10s; // for each of: the answer, the description of the stream, and a key frame

MediaSettings patient(MediaSettings settings)
{
    settings.openTimeout = longestWait;
    settings.readTimeout = longestWait;
    return settings;
}
}

ConnectionSlots::ConnectionSlots()
    : Places(
        {.all = most, .ofAccount = 1},
        Refusal{u"too_many_tests"_s, u"Another connection of the account is being tested. Wait until it ends."_s, 5s})
{
}

ConnectionTests::ConnectionTests(Database &database, const ServerKey &key, const SourcePolicy &policy,
                                 MediaSettings settings, ConnectionSlots &running)
    : m_store(database)
    , m_key(key)
    , m_policy(policy)
    , m_settings(patient(std::move(settings)))
    , m_running(running)
{
}

/// Returns the source with the credentials that a device would have after the same change.
CameraSource ConnectionTests::sourceOf(const Caller &caller, const ConnectionWanted &wanted)
{
    NewDevice device;
    device.sourceUrl = wanted.sourceUrl;
    device.username = wanted.username;
    device.password = wanted.password;
    CameraCredentials credentials = CameraCredentials::of(device);
    if (!wanted.deviceId.isNull()) {
        const auto owned = m_store.find(caller.accountId, wanted.deviceId);
        if (!owned)
            throw Problem::notFound();
        const DeviceChange change{
            .apply = {}, .setsUsername = !wanted.username.isEmpty(), .setsPassword = !wanted.password.isEmpty()};
        credentials = CameraCredentials::after(*owned, device, change);
        if (!credentials.password)
            credentials.password =
                QString::fromUtf8(m_key.open(m_store.sealedPassword(wanted.deviceId)).value_or(QByteArray()));
    }
    CameraSource source{.deviceId = wanted.deviceId,
                        .url = wanted.sourceUrl,
                        .username = credentials.username,
                        .password = credentials.password.value_or(QString()),
                        .owner = caller.accountId.toString()};
    source.url.setUserInfo({});
    return source;
}

ConnectionResult ConnectionTests::run(const Caller &caller, const ConnectionWanted &wanted)
{
    const CameraSource source = sourceOf(caller, wanted);
    const auto slot = m_running.take(caller.accountId);
    m_policy.require(source.url, source.owner);
    QElapsedTimer timer;
    timer.start();
    ConnectionResult result;
    try {
        StreamInput input(source, m_settings, longestWait, {});
        result.answeredMs = timer.elapsed();
        input.open();
        result.attributes = IngestSupervisor::attributesOf(input.attributes());
        result.works = true;
        const qint64 last = timer.elapsed() + std::chrono::milliseconds(longestWait).count();
        const auto packet = Av::makePacket();
        while (!result.keyFrameMs && timer.elapsed() < last) {
            input.read(*packet);
            if (packet->stream_index == input.video().index && (packet->flags & AV_PKT_FLAG_KEY))
                result.keyFrameMs = timer.elapsed();
        }
    } catch (const StreamFailure &failure) {
        result.works = false;
        result.reason = failure.reason;
    }
    result.tookMs = timer.elapsed();
    return result;
}

RouteTable connectionTestRoutes(ConnectionTests &tests)
{
    return {{
        .method = Method::Post,
        .path = u"/devices/connection-test"_s,
        .caller = Callers::user(Scope::Devices),
        .tag = u"Devices",
        .summary = u"Test the connection to a camera before it is added or changed"_s,
        .body = &ConnectionWanted::staticMetaObject,
        .reply = &ConnectionResult::staticMetaObject,
        .runs = Runs::OnNetworkPool,
        .handle =
            [&tests](const Call &call) { return replyWith(tests.run(call.caller, call.body<ConnectionWanted>())); },
    }};
}
