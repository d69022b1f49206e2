// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/observations/liveobservations.h"

#include "models/core/times.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr auto heartbeat = std::chrono::seconds(15);
constexpr qint64 repeatAfter = 1000; // milliseconds

QString textOf(const QDateTime &time) { return QString::fromLatin1(Times::toText(time)); }

QJsonObject jsonOf(const Box &box)
{
    return {{u"x"_s, box.x}, {u"y"_s, box.y}, {u"width"_s, box.width}, {u"height"_s, box.height}};
}

/// Returns what was seen. What is not known is absent.
QJsonObject jsonOf(const Observation &observation)
{
    QJsonObject json;
    if (observation.motion.settled) {
        QJsonArray regions;
        for (const MovingRegion &region : observation.motion.regions)
            regions.append(QJsonObject{{u"box"_s, jsonOf(region.box)}, {u"area"_s, region.area}});
        json.insert(u"motion"_s, QJsonObject{{u"area"_s, observation.motion.area}, {u"regions"_s, regions}});
    }
    if (observation.tracks) {
        QJsonArray objects;
        for (const SeenTrack &track : *observation.tracks) {
            if (!track.isHidden)
                objects.append(QJsonObject{{u"track"_s, track.id},
                                           {u"label"_s, track.label},
                                           {u"score"_s, track.score},
                                           {u"box"_s, jsonOf(track.box)},
                                           {u"moving"_s, track.isActive()}});
        }
        json.insert(u"objects"_s, objects);
    }
    if (observation.faces) {
        QJsonArray faces;
        for (const SeenFace &face : *observation.faces) {
            QJsonObject one{{u"box"_s, jsonOf(face.box)}, {u"score"_s, face.score}};
            if (!face.emotion.isEmpty())
                one.insert(u"emotion"_s, face.emotion);
            faces.append(one);
        }
        json.insert(u"faces"_s, faces);
    }
    for (const auto &[name, isSo] :
         {std::pair(u"covered"_s, observation.covered), std::pair(u"moved"_s, observation.moved),
          std::pair(u"lost"_s, observation.lost)}) {
        if (isSo)
            json.insert(name, true);
    }
    return json;
}

QByteArray eventOf(const char *name, const QByteArray &data)
{
    return QByteArray("event: ") + name + "\ndata: " + data + "\n\n";
}

QByteArray eventOf(const MarkReport &report)
{
    const RuleEvent &event = report.event;
    const bool isClosed = event.kind == RuleEvent::Kind::Closed;
    QJsonObject json{{u"mark_id"_s, report.markId.toString()},
                     {u"state"_s, isClosed ? u"closed"_s : u"open"_s},
                     {u"started_at"_s, textOf(event.start)},
                     {u"time"_s, textOf(event.end)},
                     {u"label"_s, event.label},
                     {u"score"_s, event.score}};
    if (isClosed)
        json.insert(u"ended_at"_s, textOf(event.end));
    return eventOf("mark", QJsonDocument(json).toJson(QJsonDocument::Compact));
}
}

void LiveObservations::publish(DeviceId device, const Observation &observation)
{
    if (m_count == 0)
        return;
    const std::scoped_lock lock(m_lock);
    const auto camera = m_cameras.find(device);
    if (camera == m_cameras.end())
        return;
    QJsonObject json = jsonOf(observation);
    const QByteArray content = QJsonDocument(json).toJson(QJsonDocument::Compact);
    const auto since = camera->sentAt.isValid() ? camera->sentAt.msecsTo(observation.time) : repeatAfter;
    if (content == camera->last && since >= 0 && since < repeatAfter)
        return;
    camera->last = content;
    camera->sentAt = observation.time;
    json.insert(u"time"_s, textOf(observation.time));
    const QByteArray text = eventOf("observation", QJsonDocument(json).toJson(QJsonDocument::Compact));
    for (LiveFeed *feed : std::as_const(camera->feeds))
        m_skipped += feed->offer(text, false) ? 0 : 1;
}

void LiveObservations::publish(const MarkReport &report)
{
    if (m_count == 0)
        return;
    const std::scoped_lock lock(m_lock);
    const auto camera = m_cameras.constFind(report.deviceId);
    if (camera == m_cameras.constEnd())
        return;
    const QByteArray text = eventOf(report);
    for (LiveFeed *feed : camera->feeds)
        feed->offer(text, true);
}

void LiveObservations::add(DeviceId device, LiveFeed *feed)
{
    const std::scoped_lock lock(m_lock);
    Camera &camera = m_cameras[device];
    camera.feeds += feed;
    camera.last.clear(); // the new client gets the present state at once
    ++m_count;
}

void LiveObservations::remove(DeviceId device, LiveFeed *feed)
{
    const std::scoped_lock lock(m_lock);
    Camera &camera = m_cameras[device];
    camera.feeds.removeOne(feed);
    if (camera.feeds.isEmpty())
        m_cameras.remove(device);
    --m_count;
}

LiveFeed::LiveFeed(LiveObservations &live, DeviceId device, bool withMarks)
    : m_live(live)
    , m_device(device)
    , m_withMarks(withMarks)
    , m_buffer("retry: 1000\n\n")
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    connect(&m_heartbeat, &QTimer::timeout, this, [this] { append(": still here\n\n"); });
    m_heartbeat.start(heartbeat);
    m_live.add(m_device, this);
}

LiveFeed::~LiveFeed() { m_live.remove(m_device, this); }

qint64 LiveFeed::bytesAvailable() const
{
    const std::scoped_lock lock(m_lock);
    return m_buffer.size() + QIODevice::bytesAvailable();
}

bool LiveFeed::offer(const QByteArray &text, bool isMark)
{
    if (isMark && !m_withMarks)
        return true;
    {
        const std::scoped_lock lock(m_lock);
        if (m_isFull || (!isMark && m_buffer.size() > mostBuffered / 2)) {
            ++m_skipped;
            return false;
        }
        // The client has missed marks, which nothing brings back: it connects again, and reads the marks.
        m_isFull = m_buffer.size() + text.size() > mostBuffered;
        const qint64 skipped = m_isFull ? 0 : std::exchange(m_skipped, 0);
        if (skipped > 0)
            m_buffer += eventOf("skipped", "{\"observations\":" + QByteArray::number(skipped) + '}');
        if (!m_isFull)
            m_buffer += text;
    }
    QMetaObject::invokeMethod(
        this, [this] { append({}); }, Qt::QueuedConnection);
    return true;
}

/// Adds a text, and tells the connection that there is something to read.
void LiveFeed::append(const QByteArray &text)
{
    bool isFull = false;
    {
        const std::scoped_lock lock(m_lock);
        isFull = m_isFull || m_buffer.size() + text.size() > mostBuffered;
        if (!isFull)
            m_buffer += text;
    }
    if (!isOpen())
        return;
    if (isFull)
        close();
    else
        Q_EMIT readyRead();
}

qint64 LiveFeed::readData(char *data, qint64 size)
{
    const std::scoped_lock lock(m_lock);
    const qint64 taken = std::min<qint64>(size, m_buffer.size());
    std::memcpy(data, m_buffer.constData(), size_t(taken));
    m_buffer.remove(0, taken);
    return taken;
}
