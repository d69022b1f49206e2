// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

/// The API object behind a page. Changes are sent with the object's ETag.
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
    /// Any of the object's values has changed.
    void changed();

protected:
    explicit ObjectModel(const QMetaObject &type, QObject *parent = nullptr);

    /// Returns the path of the object, or an empty string while the object is not known.
    virtual QString path() const = 0;
    /// Called with new values before changed() is emitted.
    virtual void taken(const QJsonObject &) { }
    void attached() override { reload(); }
    void reconnected() override;

    /// Switches to another object: clears the values and loads them again.
    void reset();
    void take(const ApiAnswer &answer);
    void patch(const QString &name, const QVariant &value);
    QVariant value(const char *name) const { return m_values.value(QLatin1StringView(name)); }
    QString text(const char *name) const { return value(name).toString(); }
    /// Sends a change with the object's ETag. After a conflict, the next attempt uses the ETag of the other change. The
    /// values remain those before the conflict, so that the next attempt still sends only the changes of this page.
    void change(ApiRequest request, std::function<void(const ApiAnswer &)> done);
    /// Returns those of `values` that differ from the object's.
    QVariantMap differing(const QVariantMap &values) const;

private:
    void readEtag();
    void setLoadState(LoadState::Value state);

    const QMetaObject &m_type;
    QVariantMap m_values;
    QByteArray m_etag;
    LoadState::Value m_loadState = LoadState::Loading;
    int m_serial = 0; ///< identifies the current object; answers for earlier objects are dropped
};
