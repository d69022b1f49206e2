// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apianswer.h"

#include <QCoreApplication>
#include <QVariantMap>

/// How the last thing that a page asked for went, in the user's words.
class Feedback
{
    Q_DECLARE_TR_FUNCTIONS(Feedback)

public:
    bool busy() const { return m_running > 0; }
    QString errorText() const { return m_errorText; }
    /// From a field's name (`name`, `postalAddress.city`) to a sentence.
    QVariantMap fieldErrors() const { return m_fieldErrors; }

    /// Something new was asked for: what was wrong before is history.
    void begin();
    void end(const ApiAnswer &answer);
    void clear();

    static QString sentence(const ApiError &error);

private:
    static QString fieldSentence(const FieldError &error);
    static QString fieldName(const QString &pointer);

    int m_running = 0;
    QString m_errorText;
    QVariantMap m_fieldErrors;
};
