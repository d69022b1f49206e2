// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/observationfixture.h"

#include "server/insight/observations/observationblock.h"
#include "server/insight/observations/observationstore.h"
#include "tests/api/recordingfixture.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>

#include <stdexcept>

using namespace Qt::StringLiterals;

void ObservationFixture::observe(const TestServer &server, const QString &device, const QDateTime &start,
                                 const QMap<int, double> &areas)
{
    constexpr int rate = 8; // observations a second
    QList<Observation> observations;
    for (int i = 0; i < 3600 * rate; ++i) {
        Observation each{start.addMSecs(i * 125), {}};
        each.motion.settled = true;
        const double area = (i / rate) % 60 < 10 ? areas.value(i / rate / 60) : 0;
        if (area > 0)
            each.motion = {true, area, {{{0.4, 0.4, 0.1, 0.2}, area}}};
        observations += each;
    }
    observe(server, device, observations);
}

QString ObservationFixture::observe(const TestServer &server, const QString &device,
                                    const QList<Observation> &observations)
{
    QFile storage(server.dataDir() + u"/storage.id"_s);
    if (!storage.open(QFile::ReadOnly))
        throw std::runtime_error("the server has no storage.id");
    ObservationFile row;
    row.observationId = IdBits::generate().toString();
    row.deviceId = DeviceId::parse(device).value();
    row.storageId = QString::fromLatin1(storage.readAll().trimmed());
    row.path = u"media/%1/observations/%2.wob"_s.arg(device, row.observationId);
    row.startedAt = observations.constFirst().time;
    row.endedAt = observations.constLast().time;
    QByteArray bytes;
    ObservationBlock block;
    for (const Observation &each : observations) {
        block.add(NotedMoment::Kind::Observed, each);
        if (block.endMs() - block.startMs() >= 60'000 - 125)
            bytes += block.take();
    }
    if (!block.isEmpty())
        bytes += block.take();
    bytes += "a block that a crash has cut off";
    row.bytes = bytes.size();
    const QString path = server.dataDir() + u'/' + row.path;
    QFile file(path);
    if (!QDir().mkpath(path.section(u'/', 0, -2)) || !file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error("the observations cannot be written");
    Database database(RecordingFixture::databaseOf(server));
    ObservationStore(database).save(row);
    return row.path;
}
