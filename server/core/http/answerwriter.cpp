// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/answerwriter.h"

#include "server/core/http/breakingstream.h"
#include "server/core/http/heldstream.h"
#include "server/core/http/message.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpSocket>

#include <algorithm>

namespace {
constexpr qint64 mostBuffered = 256 * 1024;
constexpr qint64 blockSize = 64 * 1024;

bool hasNoBody(int status) { return status == 204 || status == 304 || status < 200; }

constexpr qsizetype usualHead = 512; // bytes

bool isUnsafe(char c) { return c == '\r' || c == '\n' || c == '\0'; }

/// Appends a header field. Replaces line breaks, so that no value can start another field.
void appendField(QByteArray &head, QByteArrayView name, QByteArrayView value)
{
    head.append(name).append(": ");
    const qsizetype start = head.size();
    head.append(value);
    std::replace_if(head.begin() + start, head.end(), isUnsafe, ' ');
    head.append("\r\n");
}

/// Returns an IMF-fixdate (RFC 9110, 5.6.7). Each thread builds the text once a second.
QByteArray httpDate()
{
    thread_local qint64 second = 0;
    thread_local QByteArray text;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (now.toSecsSinceEpoch() != second) {
        second = now.toSecsSinceEpoch();
        text = QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
    }
    return text;
}
}

AnswerWriter::AnswerWriter(QTcpSocket *socket, Reply reply, QByteArray requestId, Framing framing, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_reply(std::move(reply))
    , m_requestId(std::move(requestId))
    , m_framing(framing)
{
}

AnswerWriter::~AnswerWriter() = default;

void AnswerWriter::start()
{
    const bool streams = m_reply.stream && !hasNoBody(m_reply.status);
    m_live = streams && m_reply.length < 0;
    m_chunked = m_live && !m_framing.http10;
    if (m_live && m_framing.http10)
        m_framing.close = true; // the end of the connection marks the end of the body
    writeHead();
    if (!streams || m_framing.headOnly) {
        finish();
        return;
    }
    m_left = m_reply.length;
    if (!m_reply.stream->thread())
        m_reply.stream->moveToThread(thread());
    connect(m_socket, &QTcpSocket::bytesWritten, this, &AnswerWriter::pump);
    connect(m_reply.stream.get(), &QIODevice::readyRead, this, &AnswerWriter::pump);
    connect(m_reply.stream.get(), &QIODevice::readChannelFinished, this, &AnswerWriter::pump);
    connect(m_reply.stream.get(), &QIODevice::aboutToClose, this, &AnswerWriter::cut);
    pump();
}

void AnswerWriter::writeHead()
{
    QByteArray head;
    head.reserve(usualHead); // one allocation instead of one for each field
    head += "HTTP/1.1 " + QByteArray::number(m_reply.status) + ' ' + statusText(m_reply.status) + "\r\n";
    const auto field = [&head](QByteArrayView name, QByteArrayView value) { appendField(head, name, value); };
    field("Date", httpDate());
    field("X-Request-Id", m_requestId);
    field("X-Content-Type-Options", "nosniff");
    if (!m_reply.headers.contains("Cache-Control"))
        field("Cache-Control", "no-store");
    for (const auto &[name, value] : m_reply.headers)
        field(name, value);
    if (!hasNoBody(m_reply.status)) {
        if (!m_reply.contentType.isEmpty())
            field("Content-Type", m_reply.contentType);
        if (m_chunked)
            field("Transfer-Encoding", "chunked");
        else if (!m_live)
            field("Content-Length", QByteArray::number(m_reply.stream ? m_reply.length : m_reply.body.size()));
    }
    if (m_framing.close)
        field("Connection", "close");
    head += "\r\n";
    const bool hasBody = !hasNoBody(m_reply.status) && !m_framing.headOnly && !m_reply.stream;
    if (hasBody && m_reply.body.size() <= blockSize)
        head += m_reply.body; // head and body in one write
    m_socket->write(head);
    if (hasBody && m_reply.body.size() > blockSize)
        m_socket->write(m_reply.body); // not copied: clients that read slowly share the bytes of a kept answer
}

void AnswerWriter::pump()
{
    while (!m_ended && m_socket->bytesToWrite() < mostBuffered) {
        const qint64 wanted = m_live ? blockSize : std::min(blockSize, m_left);
        const QByteArray block = wanted > 0 ? m_reply.stream->read(wanted) : QByteArray();
        if (block.isEmpty()) {
            const bool over = !m_reply.stream->isSequential() || !m_reply.stream->isOpen();
            if (!over && m_left != 0)
                return; // more data will follow
            if (m_left > 0)
                m_framing.close =
                    true; // the file is shorter than announced: only closing the connection tells the client
            finish();
            return;
        }
        if (m_chunked)
            m_socket->write(QByteArray::number(block.size(), 16) + "\r\n" + block + "\r\n");
        else
            m_socket->write(block);
        if (!m_live && (m_left -= block.size()) == 0) {
            finish();
            return;
        }
    }
}

void AnswerWriter::endStream()
{
    if (m_live && !m_ended)
        finish();
}

void AnswerWriter::cut()
{
    if (m_ended)
        return;
    if (!m_live && m_left > 0)
        m_framing.close = true;
    finish();
}

bool AnswerWriter::holdsRoom() const { return dynamic_cast<const HeldStream *>(m_reply.stream.get()); }

bool AnswerWriter::mustGiveWay() const
{
    const auto *held = dynamic_cast<const HeldStream *>(m_reply.stream.get());
    return held && !m_ended && held->mustGiveWay();
}

void AnswerWriter::finish()
{
    if (m_ended)
        return;
    m_ended = true;
    const auto *breaking = dynamic_cast<const BreakingStream *>(m_reply.stream.get());
    m_broken = m_live && !m_framing.headOnly && breaking && breaking->isIncomplete();
    if (m_chunked && !m_framing.headOnly && !m_broken)
        m_socket->write("0\r\n\r\n");
    if (m_reply.stream)
        m_reply.stream->disconnect(this);
    m_socket->disconnect(this);
    Q_EMIT finished();
}
