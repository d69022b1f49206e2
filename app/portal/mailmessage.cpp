// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/mailmessage.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace {
/// A MIME entity.
struct Entity
{
    QHash<QByteArray, QByteArray> headers;
    QByteArray content;
};

Entity split(QByteArray bytes)
{
    bytes.replace("\r\n", "\n");
    const qsizetype end = bytes.indexOf("\n\n");
    QByteArray head = end < 0 ? bytes : bytes.first(end);
    // Unfolds continuation lines, which begin with white space.
    head.replace("\n ", " ").replace("\n\t", " ");
    Entity entity;
    entity.content = end < 0 ? QByteArray() : bytes.sliced(end + 2);
    for (const auto &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            entity.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    return entity;
}

QByteArray quotedPrintable(QByteArray text, bool inHeader)
{
    text.replace("=\n", "");
    if (inHeader)
        text.replace('_', ' ');
    return QByteArray::fromPercentEncoding(text, '=');
}

QString inCharset(const QByteArray &bytes, const QByteArray &charset)
{
    QStringDecoder decoder(charset.constData());
    return decoder.isValid() ? decoder(bytes) : QString::fromUtf8(bytes);
}

/// Decodes the words of RFC 2047 in a header: `=?charset?B?…?=` and `=?charset?Q?…?=`.
QString headerText(const QByteArray &header)
{
    static const QRegularExpression word(u"=\\?([^?]+)\\?([BbQq])\\?([^?]*)\\?=(\\s+(?==\\?))?"_s);
    const QString text = QString::fromUtf8(header);
    QString plain;
    qsizetype from = 0;
    for (auto found = word.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        const QByteArray coded = match.captured(3).toLatin1();
        const bool base64 = match.captured(2).compare(u'B', Qt::CaseInsensitive) == 0;
        plain += QStringView(text).sliced(from, match.capturedStart() - from);
        plain += inCharset(base64 ? QByteArray::fromBase64(coded) : quotedPrintable(coded, true),
                           match.captured(1).toLatin1());
        from = match.capturedEnd();
    }
    return plain += QStringView(text).sliced(from);
}

QByteArray parameter(const QByteArray &header, const QString &name)
{
    const QRegularExpression pattern(u";\\s*%1\\s*=\\s*\"?([^\";]+)\"?"_s.arg(name),
                                     QRegularExpression::CaseInsensitiveOption);
    return pattern.match(QString::fromLatin1(header)).captured(1).trimmed().toLatin1();
}

QString plainText(const Entity &entity, int depth = 0)
{
    const QByteArray type = entity.headers.value("content-type", "text/plain");
    if (type.toLower().startsWith("multipart/")) {
        const QByteArray boundary = "--" + parameter(type, u"boundary"_s);
        qsizetype at = entity.content.indexOf(boundary);
        while (boundary.size() > 2 && at >= 0 && depth < 5) {
            const qsizetype from = entity.content.indexOf('\n', at) + 1;
            const qsizetype next = entity.content.indexOf(boundary, from);
            if (from <= 0 || next < 0)
                break;
            const QString text = plainText(split(entity.content.sliced(from, next - from)), depth + 1);
            if (!text.isEmpty())
                return text;
            at = next;
        }
        return {};
    }
    if (!type.toLower().startsWith("text/plain"))
        return {};
    const QByteArray encoding = entity.headers.value("content-transfer-encoding").toLower();
    QByteArray content = entity.content;
    if (encoding == "base64")
        content = QByteArray::fromBase64(content);
    else if (encoding == "quoted-printable")
        content = quotedPrintable(content, false);
    return inCharset(content, parameter(type, u"charset"_s)).replace(u"\r\n"_s, u"\n"_s).trimmed();
}
}

MailMessage MailMessage::parse(const QByteArray &message)
{
    const Entity entity = split(message);
    MailMessage mail;
    mail.subject = headerText(entity.headers.value("subject"));
    mail.to = headerText(entity.headers.value("to"));
    mail.date = QDateTime::fromString(QString::fromLatin1(entity.headers.value("date")), Qt::RFC2822Date);
    mail.body = plainText(entity);
    return mail;
}

QString MailMessage::code() const
{
    static const QRegularExpression alone(u"(?<![\\w-])\\d{6}(?![\\w-])"_s);
    return alone.match(body).captured();
}
