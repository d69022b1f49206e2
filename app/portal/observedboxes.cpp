// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/observedboxes.h"

#include "app/client/apicall.h"
#include "models/core/times.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr size_t mostWindows = 8;
constexpr qint64 lasts = 2000; ///< milliseconds that a moment counts without another one
constexpr qint64 early = 20; ///< milliseconds by which the first picture may be older than its observation
constexpr qint64 bridged = 1000; ///< milliseconds between two observations of one object that moves evenly
constexpr qint64 unstored = 150'000; ///< what is newer may not be stored yet
constexpr qint64 beforeNextAttempt = 5000; ///< milliseconds
constexpr double ahead = 20'000; ///< milliseconds of playing, at a rate of 1

double between(double one, double other, double share) { return one + (other - one) * share; }

QVariantMap moved(const QVariantMap &box, const QVariantMap &next, double share)
{
    QVariantMap between;
    for (auto value = box.cbegin(); value != box.cend(); ++value)
        between.insert(value.key(), ::between(value->toDouble(), next.value(value.key()).toDouble(), share));
    return between;
}
}

void ObservedBoxes::setPortal(Portal *portal)
{
    if (m_portal == portal)
        return;
    m_portal = portal;
    Q_EMIT portalChanged();
    forget();
}

void ObservedBoxes::setDeviceId(const QString &id)
{
    if (m_deviceId == id)
        return;
    m_deviceId = id;
    Q_EMIT deviceIdChanged();
    forget();
}

void ObservedBoxes::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    update();
}

void ObservedBoxes::setPosition(double ms)
{
    if (m_position == qint64(ms))
        return;
    m_position = qint64(ms);
    Q_EMIT positionChanged();
    update();
}

void ObservedBoxes::setLabel(const QString &label)
{
    if (m_label == label)
        return;
    m_label = label;
    Q_EMIT labelChanged();
    update();
}

void ObservedBoxes::forget()
{
    if (m_call)
        m_call->cancel();
    m_call = nullptr;
    m_windows.clear();
    update();
}

/// Shows the boxes of the position, and reads what is missing: one window at a time, the one that is shown first.
void ObservedBoxes::update()
{
    const bool may = m_active && m_portal && !m_deviceId.isEmpty() && m_position > 0;
    const qint64 index = m_position / window;
    const auto found = may ? m_windows.find(index) : m_windows.end();
    const bool known = found != m_windows.end() && found->second.known;
    const QVariantList boxes = known ? boxesAt(found->second) : QVariantList();
    if (known != m_known || boxes != m_boxes) {
        m_known = known;
        m_boxes = boxes;
        Q_EMIT boxesChanged();
    }
    if (!may)
        return;
    const qint64 next = (m_position + qint64(ahead * std::max(1.0, m_rate))) / window;
    for (qint64 wanted = index; wanted <= next && !m_call; ++wanted) {
        if (isWanted(wanted))
            read(wanted);
    }
}

bool ObservedBoxes::isWanted(qint64 index) const
{
    if (index * window > QDateTime::currentMSecsSinceEpoch())
        return false;
    const auto found = m_windows.find(index);
    return found == m_windows.end() || (!found->second.final && found->second.read.hasExpired(beforeNextAttempt));
}

void ObservedBoxes::read(qint64 index)
{
    m_windows[index].read.start();
    const auto text = [](qint64 ms) { return QString::fromLatin1(Times::toText(Times::fromMilliseconds(ms))); };
    const QUrlQuery query{{u"from"_s, text(index * window)}, {u"to"_s, text((index + 1) * window)}};
    m_call = m_portal->client().send(ApiRequest::get(u"/streams/%1/observations"_s.arg(m_deviceId), query), this,
                                     [this, index](const ApiAnswer &answer) {
                                         m_call = nullptr;
                                         if (answer.ok())
                                             take(index, answer.json);
                                         update();
                                     });
}

void ObservedBoxes::take(qint64 index, const QJsonObject &json)
{
    Window &taken = m_windows[index];
    taken.known = true;
    taken.final = (index + 1) * window < QDateTime::currentMSecsSinceEpoch() - unstored;
    taken.moments.clear();
    for (const QJsonValue each : json["moments"_L1].toArray()) {
        if (const auto time = Times::parse(each["time"_L1].toString()))
            taken.moments.append({time->toMSecsSinceEpoch(), each["objects"_L1].toArray().toVariantList(),
                                  each["regions"_L1].toArray().toVariantList(),
                                  each["faces"_L1].toArray().toVariantList()});
    }
    while (m_windows.size() > mostWindows) { // the one that is farthest away
        const qint64 now = m_position / window;
        const auto first = m_windows.begin();
        const auto last = std::prev(m_windows.end());
        m_windows.erase(now - first->first > last->first - now ? first : last);
    }
}

QVariantList ObservedBoxes::boxesAt(const Window &window) const
{
    const auto after = std::ranges::upper_bound(window.moments, m_position, {}, &Moment::ms);
    if (after == window.moments.begin()) {
        const bool near = after != window.moments.end() && after->ms - m_position <= early;
        return near ? shown(*after, nullptr) : QVariantList();
    }
    const auto moment = std::prev(after);
    return m_position - moment->ms > lasts ? QVariantList()
                                           : shown(*moment, after == window.moments.end() ? nullptr : &*after);
}

QVariantList ObservedBoxes::shown(const Moment &moment, const Moment *next) const
{
    QVariantList boxes;
    const auto add = [&boxes, this](const QVariantList &all) {
        for (const QVariant &box : all)
            boxes.append(QVariantMap{{u"box"_s, box}, {u"label"_s, m_label}});
    };
    if (m_label == "motion"_L1)
        add(moment.regions);
    else if (m_label == "face"_L1)
        add(moment.faces);
    const bool moves = next && next->ms - moment.ms <= bridged;
    const double share = moves ? double(m_position - moment.ms) / double(next->ms - moment.ms) : 0;
    for (const QVariant &each : moment.objects) {
        QVariantMap object = each.toMap();
        if (!object.value(u"moving"_s).toBool() && object.value(u"label"_s) != m_label)
            continue;
        for (const QVariant &other : moves ? next->objects : QVariantList()) {
            if (const QVariantMap later = other.toMap(); later.value(u"track"_s) == object.value(u"track"_s))
                object.insert(u"box"_s, moved(object.value(u"box"_s).toMap(), later.value(u"box"_s).toMap(), share));
        }
        boxes.append(object);
    }
    return boxes;
}
