// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/post/mail/mail.h"

#include "server/core/http/headers.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// RFC 2047: what is not ASCII goes as Base64 words of at most 75 characters.
QByteArray encodedHeader(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= 0x20 && c < 0x7f; }))
        return utf8;
    QByteArray header;
    QByteArray word;
    const auto flush = [&] {
        if (!word.isEmpty())
            header += (header.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + word.toBase64() + "?=";
        word.clear();
    };
    for (const char32_t character : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&character, 1).toUtf8();
        if (word.size() + bytes.size() > 39)
            flush();
        word += bytes;
    }
    flush();
    return header;
}

QByteArray wrappedBase64(const QByteArray &bytes)
{
    const QByteArray encoded = bytes.toBase64();
    QByteArray lines;
    for (qsizetype i = 0; i < encoded.size(); i += 76)
        lines += encoded.mid(i, 76) + "\r\n";
    return lines;
}

/// `Name <address>`, with the name as RFC 2047 wants it.
QByteArray encodedAddress(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'<');
    if (at <= 0)
        return address.toUtf8();
    return encodedHeader(address.left(at).trimmed()) + ' ' + address.sliced(at).toUtf8();
}

QByteArray textPart(const QByteArray &type, const QString &text)
{
    QString lines = text;
    lines.replace(u"\n"_s, u"\r\n"_s); // RFC 2046, 4.1.1: of text, also inside an encoding
    return "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + wrappedBase64(lines.toUtf8());
}

/// The plain text, and the same as HTML where there is some.
QByteArray bothTexts(const Mail &mail, const QByteArray &id)
{
    if (mail.html.isEmpty())
        return textPart("text/plain", mail.text);
    const QByteArray boundary = "=_" + id;
    return "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + "\r\n"
        + textPart("text/plain", mail.text) + "--" + boundary + "\r\n" + textPart("text/html", mail.html) + "--"
        + boundary + "--\r\n";
}
}

QByteArray Mail::toMessage(const QString &from, const QDateTime &date, const QByteArray &messageId) const
{
    const QString when = QLocale::c().toString(date.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s);
    QByteArray message;
    message += "From: " + encodedAddress(from) + "\r\n";
    message += "To: " + to.toUtf8() + "\r\n";
    message += "Subject: " + encodedHeader(subject) + "\r\n";
    message += "Date: " + when.toUtf8() + "\r\n";
    message += "Message-ID: <" + messageId + ">\r\n";
    message += "Auto-Submitted: auto-generated\r\n"; // RFC 3834: no out-of-office notes for it
    message += "MIME-Version: 1.0\r\n";
    const QByteArray id = before(messageId, '@');
    if (picture.isEmpty())
        return message + bothTexts(*this, id);
    // No line of Base64 begins like that.
    const QByteArray boundary = "=_p" + id;
    message += "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n";
    message += "--" + boundary + "\r\n" + bothTexts(*this, id);
    message += "--" + boundary
        + "\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n"
          "Content-Disposition: inline; filename=\"snapshot.jpg\"\r\n\r\n"
        + wrappedBase64(QByteArray::fromBase64(picture.toLatin1()));
    return message + "--" + boundary + "--\r\n";
}
