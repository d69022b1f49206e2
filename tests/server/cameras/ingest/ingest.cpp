// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/ingest/ingest.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Ingest::Ingest(FrameSinkFactory makeSink)
    : m_makeSink(std::move(makeSink))
{
    settings.directory = m_directory.path();
    settings.allowPrivate = true;
    settings.hosts = &hosts;
    settings.readTimeout = 2s;
    settings.firstBackOff = 200ms;
    settings.lastBackOff = 500ms;
}

void Ingest::open(const QUrl &url, const QString &username, const QString &password)
{
    hub = std::make_unique<MediaHub>(settings, m_makeSink);
    connect(hub.get(), &MediaHub::stateChanged, this, &Ingest::onState);
    connect(hub.get(), &MediaHub::attributesProbed, this,
            [this](DeviceId, const StreamAttributes &probed) { attributes = probed; });
    hub->open(
        {.deviceId = device, .url = url, .username = username, .password = password, .subUrl = subUrl, .sound = sound});
}

QString Ingest::ring() const { return path() + u'/' + device.toString() + u"/recordings"_s; }

int Ingest::listed() const { return int(hub->livePlaylist(device, {}).count("#EXTINF")); }

void Ingest::onState(DeviceId from, CameraState changed, const QString &why, const QDateTime &since)
{
    QCOMPARE(from, device);
    QVERIFY(since.secsTo(QDateTime::currentDateTimeUtc()) < 30);
    state = changed;
    reason = why;
}

VideoProbe Ingest::play() const
{
    const QTemporaryDir copy;
    QDir(copy.path()).mkdir(u"segments"_s);
    const QByteArray text = hub->livePlaylist(device, {});
    for (const QByteArray &word : text.split('\n').join('"').split('"')) {
        if (!word.startsWith("segments/") || word.startsWith("segments/part-"))
            continue; // this player needs no parts
        const QString name = QString::fromLatin1(word.mid(9));
        const FilePart place = hub->segmentPlace(device, name).value_or(FilePart());
        QFile from(place.path);
        QFile to(copy.filePath(u"segments/"_s + name));
        if (from.open(QIODevice::ReadOnly) && from.seek(place.offset) && to.open(QIODevice::WriteOnly))
            to.write(from.read(place.bytes));
    }
    QFile playlist(copy.filePath(u"live.m3u8"_s));
    if (!playlist.open(QIODevice::WriteOnly))
        return {.errors = u"no playlist"_s};
    playlist.write(text + "#EXT-X-ENDLIST\n");
    playlist.close();
    return VideoProbe::of(playlist.fileName(), {u"-allowed_extensions"_s, u"ALL"_s});
}
