// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/loadstate.h"
#include "app/portal/viewmodel.h"

#include <QAbstractListModel>

/// The calls of the API, from the server's openapi.json, sorted by tag and path. Roles: `operationId`, `method`,
/// `path`, `summary`, `tag`, and `heading`, which is the tag in the first row of each tag and otherwise empty.
class ReferenceModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Portal *portal MEMBER m_portal REQUIRED)
    Q_PROPERTY(LoadState::Value state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY stateChanged)
    /// Words of a method, a path, a summary or a tag; empty: all calls.
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    explicit ReferenceModel(QObject *parent = nullptr);

    LoadState::Value state() const { return m_state; }
    QString errorText() const { return m_feedback.errorText(); }
    QString search() const { return m_search; }
    void setSearch(const QString &text);
    int count() const { return int(m_shown.size()); }

    /// Loads the calls. The model is empty and `Loading` before the first call.
    Q_INVOKABLE void reload();
    /// Returns a row as a map of its roles, or an empty map if the row does not exist.
    Q_INVOKABLE QVariantMap get(int row) const;
    /// Returns the `operationId` of a row, or an empty string if the row does not exist.
    Q_INVOKABLE QString idAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void stateChanged();
    void searchChanged();
    void countChanged();

private:
    void take(const QJsonObject &document);
    void filter();
    void setState(LoadState::Value state);

    QPointer<Portal> m_portal;
    Feedback m_feedback;
    LoadState::Value m_state = LoadState::Loading;
    QString m_search;
    QList<QVariantMap> m_calls;
    QList<QVariantMap> m_shown;
};
