// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/recording/recordedcameras.h"

#include "models/cameras/device.h"
#include "models/core/times.h"
#include "models/identity/account.h"
#include "server/core/db/migrations.h"
#include "tests/server/billing/boughtplan.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

RecordedCameras::RecordedCameras(const QString &engine)
    : fixture(engine)
    , storage{u"here"_s, folder.path(), folder.filePath(u"media"_s)}
{
    migrate(fixture.database);
    addAccount();
    QVERIFY(storage.mark(fixture.database));
}

void RecordedCameras::addAccount()
{
    account = AccountId::generate();
    Account row;
    row.accountId = account;
    row.createdAt = row.updatedAt = Times::now();
    fixture.database.insert(row);
}

DeviceId RecordedCameras::addCamera()
{
    Device device;
    device.deviceId = DeviceId::generate();
    device.accountId = account;
    device.sourceUrl = QUrl(u"rtsp://127.0.0.1/live"_s);
    device.createdAt = device.updatedAt = Times::now();
    fixture.database.insert(device);
    record(device.deviceId);
    return device.deviceId;
}

void RecordedCameras::record(DeviceId camera, const RecordingStorage &where, int daysBefore)
{
    QDir().mkpath(where.of(camera));
    for (int day = 0; day < 10; ++day) {
        const RecordingName name{day, RecordingId::generate()};
        const QString path = where.of(camera) + u'/' + name.toString();
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        const qint64 start = Times::now().addDays(day - 9 - daysBefore).addSecs(-3900).toMSecsSinceEpoch();
        RingFile ring;
        ring.name = name;
        ring.path = path;
        ring.track.codec = u"h264"_s;
        RecordedFile row = where.row(camera, ring, {{.startMs = start, .durationMs = 300'000, .bytes = 1000}});
        row.bytes = 1000;
        RecordingStore(fixture.database).save(row);
    }
}

void RecordedCameras::buy(qint64 days, qint64 bytes)
{
    PlanInForce plan;
    plan.accountId = account;
    plan.days = days;
    plan.storageBytes = bytes;
    buyPlan(fixture.database, plan);
}

void RecordedCameras::hold(DeviceId camera, int daysAgo, const QDateTime &until)
{
    const QDateTime inside = Times::now().addDays(-daysAgo).addSecs(-3800); // the files have five minutes
    SpanStore(fixture.database).hold({camera, inside, inside.addSecs(1), u"Evidence"_s, until, Times::now()});
}

void RecordedCameras::keep(Database &database, const RecordingStorage &where, const RecordingBudget &budget) const
{
    RecordingKeeper(database, where, budget).keepBudgets(stopping);
}

qsizetype RecordedCameras::filesOf(DeviceId camera, const RecordingStorage &where)
{
    return RecordingName::in(where.of(camera)).size();
}
