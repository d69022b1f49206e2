// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mailbox.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QRegularExpression>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {
/// Returns the bytes of a Q-encoded word (RFC 2047, 4.2).
QByteArray unquoted(QByteArray text) { return QByteArray::fromPercentEncoding(text.replace('_', ' '), '='); }

/// Decodes the words of RFC 2047 in UTF-8. White space between two words does not count.
QString decodedHeader(const QString &text)
{
    static const QRegularExpression word(u"=\\?utf-8\\?([BQ])\\?([^?]*)\\?=(?:\\s+(?==\\?))?"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QString decoded = text;
    for (auto match = word.match(decoded); match.hasMatch(); match = word.match(decoded)) {
        const QByteArray coded = match.captured(2).toLatin1();
        const bool base64 = match.captured(1).toUpper() == u"B"_s;
        decoded.replace(match.capturedStart(), match.capturedLength(),
                        QString::fromUtf8(base64 ? QByteArray::fromBase64(coded) : unquoted(coded)));
    }
    return decoded.replace(QRegularExpression(u"\\s+"_s), u" "_s).trimmed();
}

QString headerOf(const QByteArray &head, const QString &name)
{
    const QRegularExpression line(u"^%1: (.*(?:\\n[ \\t].*)*)$"_s.arg(name),
                                  QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    return decodedHeader(line.match(QString::fromUtf8(head)).captured(1));
}

/// A MIME part or a message: its header, and its content as text.
struct Part
{
    explicit Part(const QByteArray &bytes)
        : head(bytes.left(bytes.indexOf("\n\n")))
        , content(bytes.mid(bytes.indexOf("\n\n") + 2))
    {
    }
    QString type() const { return headerOf(head, u"Content-Type"_s); }
    QString text() const
    {
        const bool base64 = headerOf(head, u"Content-Transfer-Encoding"_s) == u"base64"_s;
        return QString::fromUtf8(base64 ? QByteArray::fromBase64(content) : content).remove(u'\r');
    }
    QByteArray head;
    QByteArray content;
};

void readParts(const Part &whole, ReceivedMail &mail)
{
    static const QRegularExpression boundary(u"boundary=\"([^\"]+)\""_s);
    const QByteArray separator = "\n--" + boundary.match(whole.type()).captured(1).toUtf8();
    QByteArray rest = '\n' + whole.content;
    for (qsizetype at = rest.indexOf(separator); at >= 0; at = rest.indexOf(separator)) {
        rest = rest.mid(at + separator.size() + 1);
        const Part part(rest.left(rest.indexOf(separator)));
        if (part.type().startsWith(u"text/plain"_s))
            mail.text = part.text();
        else if (part.type().startsWith(u"text/html"_s))
            mail.html = part.text();
    }
}

ReceivedMail parsed(QByteArray raw)
{
    ReceivedMail mail;
    mail.raw = raw;
    raw.replace("\r\n", "\n");
    const Part whole(raw);
    mail.to = headerOf(whole.head, u"To"_s);
    mail.subject = headerOf(whole.head, u"Subject"_s);
    if (whole.type().startsWith(u"multipart/"_s))
        readParts(whole, mail);
    else
        mail.text = whole.text();
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
    return waitFor([&] {
        const auto found = mails(to);
        return found.size() >= count ? found.last() : ReceivedMail();
    });
}

ReceivedMail Mailbox::waitForSubject(const QString &to, const QString &text) const
{
    return waitFor([&] {
        for (const ReceivedMail &mail : mails(to)) {
            if (mail.subject.contains(text))
                return mail;
        }
        return ReceivedMail();
    });
}

ReceivedMail Mailbox::waitFor(const std::function<ReceivedMail()> &find) const
{
    const QDeadlineTimer deadline(30'000);
    while (!deadline.hasExpired()) {
        if (const ReceivedMail mail = find(); !mail.raw.isEmpty())
            return mail;
        QThread::msleep(10);
    }
    return {};
}
