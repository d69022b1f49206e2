// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/preview/previewservice.h"

#include "models/core/times.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/cameras/streams/spanlinks.h"
#include "server/insight/analysis/analysissettingsservice.h"
#include "server/insight/modes/modeservice.h"
#include "server/insight/zones/zonestore.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int threads = 2;
constexpr qsizetype mostDevices = 16;
constexpr qint64 day = 24 * 3600; // seconds
constexpr qint64 longestSpan = 7 * day;
constexpr qint64 mostExisting = 5000; ///< of a camera
constexpr qint64 longestBreak = 500; // milliseconds without pictures that do not end a run of recordings

/// Returns for how long before the span the rule runs. An hour covers the hourly limit and most cooldowns.
qint64 warmUp(const DeviceMode &mode)
{
    const auto seconds = [](std::chrono::milliseconds time) { return time.count() / 1000; };
    const qint64 remembered = seconds(mode.cooldown) + seconds(mode.maxDuration) + seconds(mode.mergeGap) + 60;
    return mode.maxPerHour > 0 ? 3600 : std::min<qint64>(remembered, 3600);
}

std::shared_ptr<WatchOrder> orderOf(const DeviceMode &mode, const QTimeZone &zone)
{
    FieldErrors errors; // the mode was checked
    auto order = std::make_shared<WatchOrder>();
    order->modeId = mode.devicemodeId;
    order->modeVersion = mode.version;
    order->condition = Condition::parse(mode.conditions, u"/conditions"_s, errors);
    order->times = {mode.minDuration, mode.mergeGap,    mode.cooldown,
                    mode.maxDuration, mode.cooldownPer, mode.maxPerHour};
    order->schedule = WeekClock(mode.schedule, zone);
    return order;
}
}

PreviewThreads::PreviewThreads(SpoolSpace space)
    : m_space(std::move(space))
    , m_places({.all = most, .ofAccount = mostOfAccount},
               Places::Refusal{u"too_many_previews"_s,
                               u"Too many previews of the account are running. Wait for one of them."_s, 1s})
{
    m_threads.setMaxThreadCount(threads);
    m_threads.setThreadPriority(QThread::LowPriority);
}

PreviewThreads::~PreviewThreads() { m_threads.waitForDone(); }

Reply PreviewService::preview(const Caller &caller, const ModePreview &wanted)
{
    const auto place = m_threads.place(caller.accountId);
    const auto plan = std::make_shared<PreviewPlan>(planOf(caller, wanted));
    const auto begin = [&threads = m_threads, &relay = m_relay, plan, place,
                        account = caller.accountId](std::shared_ptr<LineSink> sink) {
        threads.start(account, [&relay, plan, place, sink = std::move(sink)] {
            try {
                PreviewRun(std::move(*plan), relay, sink).run();
            } catch (const std::exception &error) {
                qWarning("A preview failed: %s", error.what());
                sink->fail();
            }
        });
    };
    return Reply::streamed(
        std::make_shared<LineStream>(begin, m_threads.space(), ByteHolder{.account = qHash(caller.accountId)}),
        "application/x-ndjson");
}

/// Returns the mode to run: the one that the request names, with the values that it changes.
DeviceMode PreviewService::modeOf(const Caller &caller, const ModePreview &wanted)
{
    if (wanted.devicemodeId.isNull() && wanted.mode.isEmpty())
        throw Problem::invalid(u"/mode"_s, u"required"_s, u"Either devicemode_id or mode is required."_s);
    DeviceMode mode = wanted.devicemodeId.isNull() ? DeviceMode() : m_modes.get(caller, wanted.devicemodeId);
    const DeviceMode stored = mode;
    FieldErrors errors;
    patchFromJson(wanted.mode, mode, errors);
    if (errors.isEmpty() && mode.conditions.isEmpty())
        errors += {u"/conditions"_s, u"required"_s, u"This field is required."_s};
    mode.accountId = caller.accountId; // its own zones are allowed, also in a built-in mode
    if (errors.isEmpty())
        errors = m_modes.errorsOf(mode, wanted.devicemodeId.isNull() ? nullptr : &stored);
    if (errors.isEmpty()) // an earlier version may have stored more conditions than can be run
        Condition::parse(mode.conditions, u"/conditions"_s, errors);
    for (FieldError &error : errors)
        error.pointer.prepend(u"/mode"_s);
    return errors.isEmpty() ? mode : throw Problem::invalid(errors);
}

QList<DeviceId> PreviewService::devicesOf(const Caller &caller, const ModePreview &wanted)
{
    if (wanted.deviceIds.size() > mostDevices)
        throw Problem::invalid(u"/device_ids"_s, u"too_long"_s, u"At most %1 devices are allowed."_s.arg(mostDevices));
    QList<DeviceId> chosen;
    for (const DeviceId device : wanted.deviceIds) {
        m_devices.requireOwn(caller, device);
        if (!chosen.contains(device))
            chosen += device;
    }
    if (!chosen.isEmpty())
        return chosen;
    QList<DeviceId> all;
    QList<DeviceId> withMode;
    ModeStore modes(m_database);
    for (const Device &device : m_devices.list(caller)) {
        if (device.accountId != caller.accountId)
            continue;
        all += device.deviceId;
        if (!wanted.devicemodeId.isNull() && modes.ofDevice(device.deviceId) == wanted.devicemodeId)
            withMode += device.deviceId;
    }
    return (withMode.isEmpty() ? all : withMode).mid(0, mostDevices);
}

PreviewPlan PreviewService::planOf(const Caller &caller, const ModePreview &wanted)
{
    PreviewPlan plan;
    plan.to = wanted.to.isValid() ? std::min(wanted.to, Times::now()) : Times::now();
    plan.from = wanted.from.isValid() ? wanted.from : plan.to.addSecs(-day);
    if (plan.from >= plan.to)
        throw Problem::invalid(u"/from"_s, u"too_large"_s, u"Must be in the past and before the end."_s);
    if (plan.from.secsTo(plan.to) > longestSpan)
        throw Problem::invalid(u"/to"_s, u"too_large"_s, u"The time span must not be longer than 7 days."_s);
    const DeviceMode mode = modeOf(caller, wanted);
    plan.earliest = plan.from.addSecs(-warmUp(mode));
    const QTimeZone zone(
        m_database.value("SELECT time_zone FROM account WHERE account_id = ?", caller.accountId).toByteArray());
    ZoneStore zones(m_database);
    for (const DeviceId device : devicesOf(caller, wanted)) {
        auto order = orderOf(mode, zone.isValid() ? zone : QTimeZone::utc());
        if (const auto drawn = zones.ofDevice(device); !drawn.isEmpty())
            order->zones = std::make_shared<const ZoneSet>(drawn);
        PreviewPlan::Camera camera{device,
                                   order,
                                   m_files.sources(device, plan.earliest, plan.to),
                                   m_files.erased(device, plan.earliest, plan.to),
                                   {},
                                   {},
                                   {},
                                   m_analysis.of(device)};
        if (caller.scopes.testFlag(Scope::MarksRead)) {
            const bool any = wanted.devicemodeId.isNull();
            camera.existing = m_database.select<ExistingMark>(
                "SELECT devicemark_id, started_at, ended_at, label, score, reason FROM device_mark WHERE account_id = "
                "? "
                "AND device_id = ? AND deleted_at IS NULL AND started_at >= ? AND started_at < ? AND (devicemode_id = "
                "? "
                "OR CAST(? AS BOOLEAN)) ORDER BY started_at LIMIT ?",
                caller.accountId, device, plan.from, plan.to,
                any ? ModeStore::fallback().toString() : wanted.devicemodeId.toString(), any, mostExisting);
        }
        camera.pictures = pictures(caller, device, plan);
        camera.recorded = RecordedRuns(m_database).between(device, plan.from, plan.to, longestBreak);
        plan.cameras += camera;
    }
    return plan;
}

/// Returns signed addresses of the recorded pictures. A signature holds for a day.
QMap<qint64, QString> PreviewService::pictures(const Caller &caller, DeviceId device, const PreviewPlan &plan)
{
    QMap<qint64, QString> addresses;
    if (!caller.scopes.testFlag(Scope::Streams))
        return addresses;
    const qint64 epoch = m_devices.linkEpoch(device);
    for (QDateTime from = plan.from; from < plan.to; from = from.addSecs(day)) {
        const WatchedSpan span{from, std::min(from.addSecs(day), plan.to)};
        addresses.insert(from.toMSecsSinceEpoch(),
                         u"/v1/streams/%1/frame.jpg?"_s.arg(device.toString())
                             + QString::fromLatin1(SpanLinks(m_links).query(device, span, epoch, caller.sessionId)));
    }
    return addresses;
}

RouteTable previewRoutes(PreviewService &previews)
{
    return {{
        .method = Method::Post,
        .path = u"/device-modes/preview"_s,
        .caller = Callers::user(scopeOfObservations),
        .tag = u"Device modes",
        .summary = u"Run a mode over what was observed in the past: the marks that it would have created, why, and how "
                   "they differ from those that are there. The answer is a JSON object a line, as they are found"_s,
        .body = &ModePreview::staticMetaObject,
        .replyTypes = {u"application/x-ndjson"_s},
        .runs = Runs::OnFilePool,
        .handle = [&previews](const Call &call) { return previews.preview(call.caller, call.body<ModePreview>()); },
    }};
}
