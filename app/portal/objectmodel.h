// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

/// One object of the API behind a page: read, shown, changed under its ETag.
class ObjectModel : public ViewModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(LoadState::Value loadState READ loadState NOTIFY loadStateChanged)

public:
    LoadState::Value loadState() const { return m_loadState; }
    Q_INVOKABLE void reload();

Q_SIGNALS:
    void loadStateChanged();
    /// Any of the object's values.
    void changed();

protected:
    explicit ObjectModel(const QMetaObject &type, QObject *parent = nullptr);

    /// Where the object is; empty while it is not known which one.
    virtual QString path() const = 0;
    /// New values have come, before changed() is emitted.
    virtual void taken(const QJsonObject &) { }
    void attached() override { reload(); }

    /// Another object: nothing of the old one is shown any more.
    void reset();
    void take(const ApiAnswer &answer);
    void patch(const QString &name, const QVariant &value);
    QVariant value(const char *name) const { return m_values.value(QLatin1StringView(name)); }
    QString text(const char *name) const { return value(name).toString(); }
    QByteArray etag() const { return m_etag; }

private:
    void setLoadState(LoadState::Value state);

    const QMetaObject &m_type;
    QVariantMap m_values;
    QByteArray m_etag;
    LoadState::Value m_loadState = LoadState::Loading;
    int m_serial = 0; ///< an answer for what was shown before is dropped
};
