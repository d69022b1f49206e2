// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/timelinemodel.h"

#include "models/core/times.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
qint64 nowMs() { return QDateTime::currentMSecsSinceEpoch(); }
QString textOf(qint64 ms) { return QString::fromLatin1(Times::toText(Times::fromMilliseconds(ms))); }
}

TimelineModel::TimelineModel(QObject *parent)
    : ViewModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(30ms);
    connect(&m_soon, &QTimer::timeout, this, &TimelineModel::requestNext);
    m_refresh.setInterval(1s);
    connect(&m_refresh, &QTimer::timeout, this, &TimelineModel::requestNext);
}

void TimelineModel::attached()
{
    connect(&portal()->events(), &EventStream::received, this, &TimelineModel::hear);
    connect(&portal()->events(), &EventStream::startedAfresh, this, &TimelineModel::reload);
    m_refresh.start();
    m_soon.start();
}

void TimelineModel::hear(const QString &type, const QJsonObject &event)
{
    if (!type.startsWith("mark."_L1) && type != "device.changed"_L1)
        return;
    m_tiles.outdate(event["device_id"_L1].toString());
    m_soon.start();
}

void TimelineModel::reload()
{
    m_tiles.outdate();
    m_refused.clear();
    if (m_loadState == LoadState::Failed)
        setLoadState(LoadState::Loading);
    m_soon.start();
}

void TimelineModel::want(const QObject *view, const Wanted &wanted)
{
    const auto known = std::ranges::find(m_wanted, view, &std::pair<const QObject *, Wanted>::first);
    if (known == m_wanted.end())
        m_wanted.append({view, wanted});
    else if (known->second == wanted)
        return;
    else
        known->second = wanted;
    if (!m_soon.isActive())
        m_soon.start();
}

void TimelineModel::forget(const QObject *view)
{
    m_wanted.removeIf([view](const auto &entry) { return entry.first == view; });
}

std::optional<TimelineTiles::Key> TimelineModel::nextKey(qint64 now) const
{
    for (const auto &[view, wanted] : m_wanted) {
        for (const QString &device : wanted.devices) {
            for (const auto &key : TimelineTiles::keysIn(device, wanted.level, wanted.from, wanted.to)) {
                const bool begun = key.from() < now - 1000; // the server refuses what lies in the future
                if (begun && !m_requested.contains(key) && m_refused.value(key) <= now && m_tiles.needs(key, now))
                    return key;
            }
        }
    }
    return std::nullopt;
}

void TimelineModel::requestNext()
{
    while (portal() && m_running < most) {
        const auto key = nextKey(nowMs());
        if (!key)
            break;
        request(*key);
    }
}

void TimelineModel::request(const TimelineTiles::Key &key)
{
    m_requested.insert(key);
    ++m_running;
    Q_EMIT loadingChanged();
    const QUrlQuery query{{u"from"_s, textOf(key.from())},
                          {u"to"_s, textOf(key.to())},
                          {u"resolution"_s, QString::number(TimelineTiles::levels[size_t(key.level)].stepMs / 1000)}};
    fetch(ApiRequest::get(u"/devices/%1/timeline"_s.arg(key.deviceId), query),
          [this, key](const ApiAnswer &answer) { take(key, answer); });
}

void TimelineModel::take(const TimelineTiles::Key &key, const ApiAnswer &answer)
{
    m_requested.remove(key);
    --m_running;
    if (answer.ok()) {
        m_refused.remove(key);
        m_tiles.insert(key, TimelineTile::fromJson(answer.json), nowMs());
        setLoadState(LoadState::Ready);
        Q_EMIT tilesChanged();
    } else {
        const auto pause = answer.status == 404 ? 30s : std::max<std::chrono::seconds>(3s, answer.error->retryAfter);
        m_refused.insert(key, nowMs() + std::chrono::milliseconds(pause).count());
        if (m_tiles.size() == 0)
            setLoadState(LoadState::Failed);
    }
    Q_EMIT loadingChanged();
    requestNext();
}

void TimelineModel::findMark(const QString &deviceId, double ms, bool forward)
{
    constexpr qint64 year = 366LL * 24 * 3600 * 1000;
    const qint64 at = qint64(ms);
    const QString range =
        forward ? textOf(at + 1) + u'/' + textOf(std::max(at + 2, nowMs())) : textOf(at - year) + u'/' + textOf(at);
    const QUrlQuery query{{u"create_datetime"_s, range},
                          {u"sort"_s, forward ? u"date"_s : u"-date"_s},
                          // Marks that are still open at that time come first.
                          {u"pagesize"_s, forward ? u"50"_s : u"1"_s}};
    const QString path = u"/device-marks/triggered/account/%1/device/%2"_s;
    fetch(ApiRequest::get(path.arg(portal()->session()->accountId(), deviceId), query),
          [this, deviceId, at, forward, search = ++m_search](const ApiAnswer &answer) {
              if (!answer.ok() || search != m_search)
                  return;
              for (const QJsonValue &mark : answer.json["items"_L1].toArray()) {
                  const auto started = Times::parse(mark["started_at"_L1].toString());
                  if (!started || (forward && started->toMSecsSinceEpoch() <= at))
                      continue;
                  Q_EMIT markFound(mark["devicemark_id"_L1].toString(), deviceId, double(started->toMSecsSinceEpoch()));
                  return;
              }
              Q_EMIT markFound({}, deviceId, 0);
          });
}

void TimelineModel::setLoadState(LoadState::Value state)
{
    if (m_loadState == state)
        return;
    m_loadState = state;
    Q_EMIT loadStateChanged();
}
