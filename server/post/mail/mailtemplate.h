// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/pagelanguage.h"
#include "server/post/mail/mail.h"

#include <QHash>
#include <QObject>

/// Mails and text messages from the templates in resources/mail: one file for each kind and language, and one layout.
///
/// A template is Mustache. Its first line is the subject. Blocks with an empty line between them follow: `= …` is a
/// code in large type, lines of `| label: value` are details (a detail without a value is left out), and every other
/// block is a paragraph. Plain text and HTML are made from the same blocks, so that they never differ. Each value is
/// one line, and is escaped in the HTML.
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
        IdentityUnlinked,
        RecoveryNumber,
        RecoveryNumberLost,
        SecondFactorOn,
        SecondFactorOff,
        RecoveryCodesMade,
        RecoveryCodeUsed,
        SecurityKeyAdded,
        SecurityKeyRemoved,
        SecurityKeyRefused,
        Deactivated,
        KeyRotated,
        AppAddresses,
        TrialEnds,
        SupportAccess,
        ExportReady,
        ExportFailed,
        DeletionScheduled,
        DeletionReminder,
        DeletionCancelled,
        AccountDeleted,
        Notification,
        Digest,
    };
    Q_ENUM(Kind)

    using Values = QHash<QString, QString>;

    /// Returns the mail in the language of the locale (a BCP 47 tag), or in English if the mails do not have it.
    /// Throws: std::runtime_error when the template is missing.
    static Mail mail(Kind kind, const QString &to, const QString &locale, const Values &values);
    /// Returns what happened as a line of text, such as `Motion detected at Front door`, from the type of a
    /// notification and the values `title`, `camera` and `label`. Returns the title for an unknown type.
    static QString headline(const QString &type, const QString &locale, Values values);
    /// Returns a verification code as a text message.
    static QString textMessage(const QString &code, const QString &locale);

    static PageLanguage languageOf(const QString &locale) { return pageLanguage(locale, {}); }
};
