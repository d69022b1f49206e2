// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/spanmodel.h"

#include "models/core/times.h"

using namespace Qt::StringLiterals;

namespace {
QString textOf(double ms) { return QString::fromLatin1(Times::toText(Times::fromMilliseconds(qint64(ms)))); }

double msOf(const QJsonValue &time)
{
    return double(Times::parse(time.toString()).value_or(QDateTime()).toMSecsSinceEpoch());
}

ApiRequest withSpan(ApiRequest request, double from, double to)
{
    request.query = {{u"from"_s, textOf(from)}, {u"to"_s, textOf(to)}};
    return request;
}

QString pathOf(const QString &deviceId, const QString &below = {})
{
    return u"/devices/%1/recordings"_s.arg(deviceId) + below;
}
}

void SpanModel::show(const QJsonArray &holds)
{
    const QJsonObject hold = holds[0].toObject();
    m_holds = holds;
    m_held = !holds.isEmpty();
    m_reason = hold["reason"_L1].toString();
    m_until = Times::parse(hold["until"_L1].toString()).value_or(QDateTime());
    Q_EMIT looked();
}

void SpanModel::look(const QString &deviceId, double from, double to)
{
    const int look = ++m_looks;
    if (const Span before = std::exchange(m_seen, {deviceId, from, to}); before != m_seen)
        show({});
    if (!portal() || to - from < 1)
        return;
    auto request = withSpan(ApiRequest::get(pathOf(deviceId, u"/holds"_s)), from, to);
    request.query.addQueryItem(u"pagesize"_s, u"100"_s);
    fetch(request, [this, look](const ApiAnswer &answer) {
        if (look == m_looks && answer.ok())
            show(answer.json["items"_L1].toArray());
    });
}

void SpanModel::update(const Span &span, const QJsonArray &holds)
{
    if (span != m_seen) {
        look(m_seen.deviceId, m_seen.from, m_seen.to);
        return;
    }
    ++m_looks;
    show(holds);
}

void SpanModel::hold(const QString &deviceId, double from, double to, const QString &reason, int days)
{
    QJsonObject body{{u"reason"_s, reason}};
    if (days > 0)
        body.insert(u"until"_s, QString::fromLatin1(Times::toText(Times::now().addDays(days))));
    act(withSpan(ApiRequest::put(pathOf(deviceId, u"/hold"_s), body), from, to),
        [this, span = Span{deviceId, from, to}](const ApiAnswer &answer) {
            update(span, {answer.json});
            Q_EMIT kept();
        });
}

void SpanModel::release(const QString &deviceId, double from, double to)
{
    act(withSpan(ApiRequest::remove(pathOf(deviceId, u"/hold"_s)), from, to),
        [this, span = Span{deviceId, from, to}, undo = holdsWithin(deviceId, from, to)](const ApiAnswer &) {
            m_undo = undo;
            m_released = span;
            update(span, {});
            Q_EMIT released();
        });
}

/// Returns the requests that hold again what is held in a span. A hold may reach beyond the span, and stays there.
QList<ApiRequest> SpanModel::holdsWithin(const QString &deviceId, double from, double to) const
{
    QList<ApiRequest> requests;
    for (const QJsonValue &hold : m_holds) {
        const double start = std::max(from, msOf(hold["started_at"_L1]));
        const double end = std::min(to, msOf(hold["ended_at"_L1]));
        QJsonObject body{{u"reason"_s, hold["reason"_L1]}};
        if (const QJsonValue until = hold["until"_L1]; until.isString())
            body.insert(u"until"_s, until);
        if (start < end)
            requests += withSpan(ApiRequest::put(pathOf(deviceId, u"/hold"_s), body), start, end);
    }
    return requests;
}

void SpanModel::holdAgain()
{
    const auto requests = std::exchange(m_undo, {});
    for (qsizetype i = 0; i < requests.size(); ++i) {
        act(requests[i], [this, span = m_released, isLast = i + 1 == requests.size()](const ApiAnswer &answer) {
            QJsonArray holds = m_holds;
            holds.append(answer.json);
            update(span, holds);
            if (isLast)
                Q_EMIT kept();
        });
    }
}

void SpanModel::remove(const QString &deviceId, double from, double to)
{
    act(withSpan(ApiRequest::remove(pathOf(deviceId)), from, to), [this](const ApiAnswer &) { Q_EMIT removed(); });
}
