// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/events/eventfeed.h"

#include "models/core/jsontext.h"
#include "models/core/times.h"
#include "server/core/events/eventhub.h"

#include <algorithm>
#include <chrono>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {
constexpr auto heartbeat = std::chrono::seconds(15);
constexpr auto lifetime = std::chrono::minutes(15);
constexpr qsizetype mostBuffered =
    1 << 20; // a client that falls further behind is disconnected and resumes from its last event

/// Returns the scope that an event needs, by its subject. Devices, groups, zones and shares need `devices:read`.
Scope neededFor(const QString &type)
{
    static const QHash<QString, Scope> scopes{
        {u"app"_s, Scope::AppsRead},        {u"data"_s, Scope::DataRead},
        {u"face"_s, Scope::Vision},         {u"mark"_s, Scope::MarksRead},
        {u"mode"_s, Scope::ModesRead},      {u"order"_s, Scope::RetentionRead},
        {u"plan"_s, Scope::RetentionRead},  {u"notification"_s, Scope::NotificationsRead},
        {u"session"_s, Scope::AccountRead}, {u"sessions"_s, Scope::AccountRead},
        {u"account"_s, Scope::AccountRead},
    };
    return scopes.value(type.section(u'.', 0, 0), Scope::DevicesRead);
}

QByteArray asText(const EventRow &event)
{
    QJsonObject data = event.payload;
    data.insert(u"type"_s, event.type);
    data.insert(u"seq"_s, event.seq);
    data.insert(u"time"_s, QString::fromLatin1(Times::toText(event.createdAt)));
    QByteArray text = "id: " + QByteArray::number(event.seq) + "\nevent: " + event.type.toUtf8() + "\ndata: ";
    JsonText::appendValue(text, data);
    return text + "\n\n";
}
}

EventFeed::EventFeed(EventHub &hub, Caller caller, qint64 after)
    : m_hub(hub)
    , m_caller(std::move(caller))
    , m_place(m_hub.place(m_caller.accountId))
    , m_last(after)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    // With an ID, a client that is interrupted before its first event resumes as well.
    append("retry: 1000\nid: " + QByteArray::number(after) + "\n\n");
    connect(&m_heartbeat, &QTimer::timeout, this, [this] { append(": still here\n\n"); });
    m_heartbeat.start(heartbeat);
    QTimer::singleShot(lifetime, this, &QIODevice::close);
    m_hub.add(this);
}

EventFeed::~EventFeed() { m_hub.remove(this); }

bool EventFeed::mayHear(const EventRow &event) const
{
    const bool concerned =
        event.isForEverybody() || event.accountId == m_caller.accountId || event.viewers.contains(m_caller.userId);
    return concerned && m_caller.scopes.testFlag(neededFor(event.type));
}

void EventFeed::push(const QList<EventRow> &events)
{
    QByteArray text;
    for (const EventRow &event : events) {
        if (event.seq <= m_last || !mayHear(event))
            continue;
        m_last = event.seq;
        text += asText(event);
    }
    if (!text.isEmpty())
        append(text);
}

void EventFeed::reset(qint64 seq)
{
    m_last = seq;
    EventRow event;
    event.seq = seq;
    event.type = u"reset"_s;
    event.createdAt = Times::now();
    append(asText(event));
}

void EventFeed::append(const QByteArray &text)
{
    if (!isOpen())
        return;
    if (m_buffer.size() + text.size() > mostBuffered) {
        close();
        return;
    }
    m_buffer += text;
    Q_EMIT readyRead();
}

qint64 EventFeed::readData(char *data, qint64 size)
{
    const qint64 taken = std::min<qint64>(size, m_buffer.size());
    std::memcpy(data, m_buffer.constData(), size_t(taken));
    m_buffer.remove(0, taken);
    return taken;
}
