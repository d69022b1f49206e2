// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/post/mail/mail.h"

#include <QHash>
#include <QObject>

/// Mails and text messages of the templates in resources/mail: one file a kind and language, and one layout.
///
/// A template is Mustache. Its first line is the subject; what follows are blocks with an empty line between: `= …` is
/// a code to be read at a glance, lines of `| label: value` are facts (one without a value is left out), everything
/// else is a paragraph. Plain text and HTML come of the same blocks, so that they always say the same. Values are
/// escaped in the HTML, whatever they hold, and are one line each.
class MailTemplate
{
    Q_GADGET

public:
    enum class Kind {
        Code,
        ResetCode,
        AlreadyRegistered,
        PasswordChanged,
        NewSignIn,
        IdentityLinked,
        RecoveryNumber,
        Deactivated,
        KeyRotated,
        TrialEnds,
        SupportAccess,
        Notification,
        Digest,
    };
    Q_ENUM(Kind)

    using Values = QHash<QString, QString>;

    /// In Chinese for a locale of `zh`, else in English. Throws std::runtime_error when the template is missing.
    static Mail mail(Kind kind, const QString &to, const QString &locale, const Values &values);
    /// A verification code as a text message.
    static QString textMessage(const QString &code, const QString &locale);

    static bool isChinese(const QString &locale)
    {
        return locale.startsWith(QStringLiteral("zh"), Qt::CaseInsensitive);
    }
};
