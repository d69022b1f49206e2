// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/recordingsource.h"

#include "app/client/apicall.h"
#include "app/portal/feedback.h"
#include "models/core/times.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 before = 30'000; ///< how far a list of segments reaches back, for steps back
constexpr qint64 ahead = 600'000; ///< and forward
constexpr qint64 presentMs = 15'000; ///< what is newer may still be on its way to the index
constexpr qint64 fineSpan = 9'000'000; ///< the longest timeline with steps of a second
constexpr qint64 longest = 365LL * 24 * 3600 * 1000; ///< the longest timeline

qint64 nowMs() { return QDateTime::currentMSecsSinceEpoch(); }
QString textOf(qint64 ms) { return QString::fromLatin1(Times::toText(Times::fromMilliseconds(ms))); }

/// Returns a request of a signed URL, which works without the token.
ApiRequest signedRequest(const QString &path)
{
    ApiRequest request = ApiRequest::get(path);
    request.as = ApiRequest::As::Nobody;
    return request;
}
}

void RecordingSource::setCamera(Portal *portal, const QString &deviceId)
{
    cancel();
    m_portal = portal;
    m_deviceId = deviceId;
    m_segments.clear();
    m_inits.clear();
    m_next = -1;
}

void RecordingSource::cancel()
{
    ++m_serial;
    if (m_call)
        m_call->cancel();
    m_call = nullptr;
    m_busy = false;
}

void RecordingSource::start(qint64 ms, InGap inGap)
{
    cancel();
    m_from = ms;
    m_inGap = inGap;
    m_signedAgain = false;
    m_next = m_segments.indexAt(ms);
}

void RecordingSource::next()
{
    if (m_busy || !m_portal || m_deviceId.isEmpty())
        return;
    m_busy = true;
    if (m_next >= 0 && m_next < m_segments.size())
        load(m_segments.at(m_next));
    else
        loadSegments(m_next < 0 ? m_from : m_segments.endMs());
}

void RecordingSource::ask(const ApiRequest &request, const Handler &handler)
{
    m_call = m_portal->client().send(request, this, [this, serial = m_serial, handler](const ApiAnswer &answer) {
        if (serial != m_serial)
            return;
        m_call = nullptr;
        handler(answer);
    });
}

void RecordingSource::loadSegments(qint64 from)
{
    const QUrlQuery query{{u"from"_s, textOf(from - before)}, {u"to"_s, textOf(from + ahead)}};
    ask(ApiRequest::get(u"/streams/%1/playback.m3u8"_s.arg(m_deviceId), query),
        [this, from](const ApiAnswer &answer) { takeSegments(answer, from); });
}

void RecordingSource::takeSegments(const ApiAnswer &answer, qint64 from)
{
    const bool nothing = !answer.ok() && answer.error->code == "not_recorded"_L1;
    if (!answer.ok() && !nothing)
        return fail(answer);
    const bool goesOn = m_next >= 0; // the segments follow those that are known
    if (!goesOn)
        m_segments.clear();
    m_segments.append(
        ListedSegments::parse(nothing ? QByteArray() : answer.body, u"/v1/streams/%1/"_s.arg(m_deviceId)));
    if (goesOn)
        m_next -= m_segments.removeBefore(m_from - before);
    forgetInits();
    if (!goesOn) {
        m_next = m_segments.indexAt(from);
        if (m_next < 0 && m_inGap == InGap::Stop) {
            m_busy = false;
            Q_EMIT notRecorded();
            return;
        }
        if (m_next < 0)
            m_next = m_segments.indexAfter(from);
    }
    if (m_next < m_segments.size()) {
        load(m_segments.at(m_next));
    } else {
        m_next = goesOn ? m_next : -1;
        findNext(from, false);
    }
}

/// Forgets the initialization sections that no known segment needs.
void RecordingSource::forgetInits()
{
    QSet<QString> needed;
    for (qsizetype at = 0; at < m_segments.size(); ++at)
        needed.insert(m_segments.at(at).init);
    m_inits.removeIf([&needed](const auto &init) { return !needed.contains(init.key()); });
}

/// Looks for what was recorded next: soon after by exact times, and later by the coarse timeline.
void RecordingSource::findNext(qint64 after, bool wide)
{
    const qint64 from = wide ? after + fineSpan : after;
    if (from >= nowMs() - presentMs) {
        m_busy = false;
        Q_EMIT ended();
        return;
    }
    QUrlQuery query{{u"from"_s, textOf(from)}, {u"to"_s, textOf(from + (wide ? longest : fineSpan))}};
    if (!wide)
        query.addQueryItem(u"resolution"_s, u"1"_s);
    ask(ApiRequest::get(u"/devices/%1/timeline"_s.arg(m_deviceId), query),
        [this, after, wide](const ApiAnswer &answer) {
            if (!answer.ok())
                return fail(answer);
            const QJsonArray spans = answer.json["spans"_L1].toArray();
            for (const QJsonValue &span : spans) {
                const auto start = Times::parse(span["from"_L1].toString());
                if (!start || start->toMSecsSinceEpoch() <= after)
                    continue;
                m_inGap = InGap::GoOn;
                m_next = -1;
                m_from = start->toMSecsSinceEpoch();
                return loadSegments(m_from);
            }
            findNext(wide ? nowMs() : after, true);
        });
}

void RecordingSource::load(const ListedSegment &segment)
{
    if (!m_inits.contains(segment.init)) {
        ask(signedRequest(segment.init), [this, segment](const ApiAnswer &answer) {
            if (!accepts(answer))
                return;
            m_inits.insert(segment.init, answer.body);
            load(segment);
        });
        return;
    }
    ask(signedRequest(segment.media), [this, segment](const ApiAnswer &answer) {
        if (!accepts(answer))
            return;
        ++m_next;
        m_from = segment.endMs;
        m_busy = false;
        m_signedAgain = false;
        Q_EMIT loaded({m_inits.value(segment.init), answer.body, segment.startMs});
    });
}

/// Lists the segments again, once, if one is refused: its signature has expired, or the recording was deleted.
bool RecordingSource::accepts(const ApiAnswer &answer)
{
    if (answer.ok())
        return true;
    if ((answer.status != 403 && answer.status != 404) || m_signedAgain) {
        fail(answer);
        return false;
    }
    m_signedAgain = true;
    m_next = -1;
    loadSegments(m_from);
    return false;
}

void RecordingSource::fail(const ApiAnswer &answer)
{
    m_busy = false;
    const auto kind = answer.error->kind;
    const bool unreachable = kind == ApiError::Kind::Unreachable || kind == ApiError::Kind::Timeout;
    Q_EMIT failed(Feedback::sentence(*answer.error), unreachable ? Cause::Unreachable : Cause::Refused);
}
