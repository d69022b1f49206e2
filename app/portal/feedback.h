// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apianswer.h"

#include <QCoreApplication>
#include <QVariantMap>

class QNetworkReply;

/// The outcome of a page's last request as translated sentences.
class Feedback
{
    Q_DECLARE_TR_FUNCTIONS(Feedback)

public:
    bool busy() const { return m_running > 0; }
    QString errorText() const { return m_errorText; }
    /// Maps the name of a field (`name`, `postalAddress.city`) to a sentence. A field with members (`postalAddress`)
    /// has the sentence of its first invalid member.
    QVariantMap fieldErrors() const { return m_fieldErrors; }

    /// A request starts. Clears the errors of the previous request.
    void begin();
    void end(const ApiAnswer &answer);
    void clear();
    /// Returns whether the last request failed because there was no connection to the server.
    bool isUnreachable() const { return m_unreachable; }

    static QString sentence(const ApiError &error);
    /// Returns why a transfer failed that is not an ApiCall, such as a download. Reads the rest of its body.
    static QString sentence(QNetworkReply &reply);

private:
    static QString fieldSentence(const FieldError &error);
    static QString malformedSentence(const QString &pointer);
    static QString fieldName(const QString &pointer);

    int m_running = 0;
    bool m_unreachable = false;
    QString m_errorText;
    QVariantMap m_fieldErrors;
};
