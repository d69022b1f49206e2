// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The request log of an app, newest call first. Roles: see AppCall.
class AppCallsModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString appId MEMBER m_appId REQUIRED)
    /// A status such as `404`, or a class such as `4xx`; empty: all.
    Q_PROPERTY(QString status READ status WRITE setStatus NOTIFY filterChanged)
    /// Empty: all.
    Q_PROPERTY(QString method READ method WRITE setMethod NOTIFY filterChanged)
    /// The beginning of a path if the text starts with `/`, otherwise a request ID; empty: all.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterChanged)
    /// The code of an error, such as `insufficient_scope`; empty: all.
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY filterChanged)
    /// Limits the list to calls of the last hours; empty: no limit.
    Q_PROPERTY(QString hours READ hours WRITE setHours NOTIFY filterChanged)
    Q_PROPERTY(bool filtered READ isFiltered NOTIFY filterChanged)

public:
    explicit AppCallsModel(QObject *parent = nullptr);

    QString status() const { return m_status; }
    void setStatus(const QString &status) { filter(m_status, status); }
    QString method() const { return m_method; }
    void setMethod(const QString &method) { filter(m_method, method); }
    QString text() const { return m_text; }
    void setText(const QString &text) { filter(m_text, text.trimmed()); }
    QString code() const { return m_code; }
    void setCode(const QString &code) { filter(m_code, code.trimmed()); }
    QString hours() const { return m_hours; }
    void setHours(const QString &hours) { filter(m_hours, hours); }
    bool isFiltered() const
    {
        const QStringList filters{m_status, m_method, m_text, m_code, m_hours};
        return !filters.join(QString()).isEmpty();
    }

Q_SIGNALS:
    void filterChanged();

protected:
    ApiRequest listRequest() const override;

private:
    void filter(QString &member, const QString &value);

    QString m_appId;
    QString m_status;
    QString m_method;
    QString m_text;
    QString m_code;
    QString m_hours;
};
