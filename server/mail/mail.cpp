// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/mail.h"

#include <QLocale>

#include <algorithm>

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
}

QByteArray Mail::toMessage(const QString &from, const QDateTime &date, const QByteArray &messageId) const
{
    const QString when = QLocale::c().toString(date.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss '+0000'"));
    QByteArray message;
    message += "From: " + from.toUtf8() + "\r\n";
    message += "To: " + to.toUtf8() + "\r\n";
    message += "Subject: " + encodedHeader(subject) + "\r\n";
    message += "Date: " + when.toUtf8() + "\r\n";
    message += "Message-ID: <" + messageId + ">\r\n";
    message += "Auto-Submitted: auto-generated\r\n";
    message += "MIME-Version: 1.0\r\n";
    message += "Content-Type: text/plain; charset=utf-8\r\n";
    message += "Content-Transfer-Encoding: base64\r\n\r\n";
    message += wrappedBase64(text.toUtf8());
    return message;
}
