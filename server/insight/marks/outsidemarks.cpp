// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/outsidemarks.h"

#include "models/core/times.h"
#include "server/cameras/ingest/imagefile.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/problem.h"
#include "server/insight/marks/markheadline.h"
#include "server/insight/marks/markpictures.h"
#include "server/insight/marks/markreply.h"
#include "server/insight/modes/modestore.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 clockTolerance = 300; // seconds that a client's clock may be ahead
constexpr qsizetype maxObjects = 100;

/// Returns the snapshot as an upright JPEG, or an empty array if there is none or it is refused.
QByteArray snapshotOf(const NewMark &wanted, FieldErrors &errors)
{
    const QString pointer = u"/snapshot"_s;
    if (wanted.snapshot.isEmpty())
        return {};
    const auto file =
        QByteArray::fromBase64Encoding(wanted.snapshot.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!file) {
        errors += {pointer, u"malformed"_s, u"Must be valid Base64."_s};
        return {};
    }
    try {
        return ImageFile::uprightJpeg(*file);
    } catch (const Problem &problem) {
        const bool unknownType = problem.status == 415;
        errors += {pointer, unknownType ? u"malformed"_s : problem.code, problem.detail};
        return {};
    }
}
}

Device OutsideMarks::deviceOf(const Caller &caller, DeviceId id)
{
    const auto device = m_database.one<Device>("SELECT * FROM device WHERE device_id = ? AND deleted_at IS NULL", id);
    if (!device || (device->accountId != caller.accountId && !caller.isAdmin()))
        throw Problem::notFound();
    return *device;
}

void OutsideMarks::check(const Device &device, const NewMark &wanted, FieldErrors &errors)
{
    const QDateTime latest = Times::now().addSecs(clockTolerance);
    if (wanted.startedAt > latest)
        errors += {u"/started_at"_s, u"too_large"_s, u"Must not be in the future."_s};
    if (wanted.endedAt.isValid() && wanted.endedAt < wanted.startedAt)
        errors += {u"/ended_at"_s, u"too_small"_s, u"Must not be before started_at."_s};
    else if (wanted.endedAt > latest)
        errors += {u"/ended_at"_s, u"too_large"_s, u"Must not be in the future."_s};
    if (wanted.objects.size() > maxObjects)
        errors += {u"/objects"_s, u"too_long"_s, u"A mark can have at most %1 objects."_s.arg(maxObjects)};
    if (!wanted.devicemodeId.isNull() && !m_store.mayUseMode(device.accountId, wanted.devicemodeId))
        errors += {u"/devicemode_id"_s, u"not_found"_s, u"This device mode does not exist."_s};
}

void OutsideMarks::requireRoom(AccountId account)
{
    requireFewer(m_store.countOutside(account), m_caps.marks, u"marks that apps have added"_s);
}

DeviceMark OutsideMarks::add(const Caller &caller, const NewMark &wanted)
{
    const Device device = deviceOf(caller, wanted.deviceId);
    FieldErrors errors;
    check(device, wanted, errors);
    requireRoom(device.accountId); // here already, so that no picture is decoded and written in vain
    const QByteArray jpeg = errors.isEmpty() ? snapshotOf(wanted, errors) : QByteArray();
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
    DeviceMark mark;
    mark.devicemarkId = DeviceMarkId::generate();
    mark.accountId = device.accountId;
    mark.deviceId = device.deviceId;
    mark.devgroupId = device.devgroupId;
    ModeStore modes(m_database);
    mark.devicemodeId = wanted.devicemodeId.isNull() ? modes.ofDevice(device.deviceId) : wanted.devicemodeId;
    mark.devicemodeVersion = modes.find(mark.devicemodeId).value_or(DeviceMode()).version;
    mark.state = DeviceMark::State::Closed;
    mark.startedAt = wanted.startedAt;
    mark.endedAt = wanted.endedAt.isValid() ? wanted.endedAt : wanted.startedAt;
    mark.label = wanted.label;
    mark.score = wanted.score;
    for (const NewMarkObject &object : wanted.objects)
        mark.objects += {int(mark.objects.size()) + 1, object.label, object.score, object.box, wanted.startedAt};
    mark.reason = {{u"outside"_s, QJsonObject{{u"app_id"_s, caller.appId.toString()}}}};
    mark.createdAt = Times::now();
    mark.updatedAt = mark.createdAt;
    mark.storageId = m_files.storageId();
    if (!jpeg.isEmpty()) {
        const MarkPictures pictures(jpeg);
        pictures.write(m_files, mark.deviceId, mark.devicemarkId);
        pictures.describe(mark, mark.startedAt);
    }
    Transaction transaction(m_database);
    lockAccount(m_database, mark.accountId);
    requireRoom(mark.accountId);
    m_store.insert(mark);
    record(mark);
    mark.mode = modes.version(mark.devicemodeId, mark.devicemodeVersion).value_or(DeviceMode());
    transaction.commit();
    return mark;
}

void OutsideMarks::record(const DeviceMark &mark)
{
    const QJsonObject payload{{u"mark_id"_s, mark.devicemarkId.toString()}, {u"device_id"_s, mark.deviceId.toString()}};
    m_events.record(mark.accountId, u"mark.opened"_s, payload, MarkHeadline::of(mark, Topic::MarkOpened));
    m_events.record(mark.accountId, u"mark.closed"_s, payload);
}

void OutsideMarks::remove(DeviceMarkId id, const Precondition &precondition)
{
    Transaction transaction(m_database);
    const auto mark = m_store.findForUpdate(id);
    if (!mark)
        throw Problem::notFound();
    precondition.require(stateOf(*mark));
    m_store.purge(*mark, Times::now());
    m_events.record(
        mark->accountId, u"mark.deleted"_s,
        {{u"device_id"_s, mark->deviceId.toString()}, {u"mark_ids"_s, QJsonArray{id.toString()}}, {u"purged"_s, true}});
    transaction.commit();
    m_files.remove(mark->deviceId, id);
}
