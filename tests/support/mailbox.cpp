// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mailbox.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QRegularExpression>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {
/// RFC 2047, the one form of it that is used here.
QString decodedHeader(const QString &text)
{
    static const QRegularExpression word(u"=\\?UTF-8\\?B\\?([^?]*)\\?=\\s*"_s);
    QString decoded = text;
    for (auto match = word.match(decoded); match.hasMatch(); match = word.match(decoded))
        decoded.replace(match.capturedStart(), match.capturedLength(),
                        QString::fromUtf8(QByteArray::fromBase64(match.captured(1).toLatin1())));
    return decoded.trimmed();
}

QString headerOf(const QByteArray &head, const QString &name)
{
    const QRegularExpression line(u"^%1: (.*(?:\\n[ \\t].*)*)$"_s.arg(name),
                                  QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    return decodedHeader(line.match(QString::fromUtf8(head)).captured(1));
}

ReceivedMail parsed(QByteArray raw)
{
    ReceivedMail mail;
    mail.raw = raw;
    raw.replace("\r\n", "\n");
    const auto end = raw.indexOf("\n\n");
    const QByteArray head = raw.left(end);
    const QByteArray body = raw.mid(end + 2);
    mail.to = headerOf(head, u"To"_s);
    mail.subject = headerOf(head, u"Subject"_s);
    const bool base64 = headerOf(head, u"Content-Transfer-Encoding"_s) == u"base64"_s;
    mail.text = QString::fromUtf8(base64 ? QByteArray::fromBase64(body) : body);
    return mail;
}
}

QString ReceivedMail::code() const
{
    static const QRegularExpression digits(u"\\b\\d{6}\\b"_s);
    return digits.match(text).captured();
}

Mailbox::Mailbox(QString folder)
    : m_folder(std::move(folder))
{
}

QList<ReceivedMail> Mailbox::mails(const QString &to) const
{
    QList<ReceivedMail> list;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u"*.eml"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QFile::ReadOnly))
            continue;
        const ReceivedMail mail = parsed(file.readAll());
        if (to.isEmpty() || mail.to == to)
            list += mail;
    }
    return list;
}

ReceivedMail Mailbox::waitFor(const QString &to, int count) const
{
    const QDeadlineTimer deadline(30'000);
    while (!deadline.hasExpired()) {
        if (const auto found = mails(to); found.size() >= count)
            return found.last();
        QThread::msleep(10);
    }
    return {};
}
