// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apiclient.h"
#include "app/portal/feedback.h"
#include "app/portal/loadstate.h"
#include "app/portal/portal.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlParserStatus>
#include <QtQmlIntegration/qqmlintegration.h>

/// A list of one kind of object, a page of it at a time. Its roles are the properties of the models' type. A reload
/// keeps the rows that are still there, so that a view neither jumps nor flickers.
class ListModel : public QAbstractListModel, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_NAMED_ELEMENT(RemoteList)
    QML_UNCREATABLE("Each kind of list is a type of its own")
    Q_PROPERTY(Portal *portal READ portal WRITE setPortal NOTIFY portalChanged REQUIRED)
    Q_PROPERTY(LoadState::Value state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY stateChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY feedbackChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY feedbackChanged)
    Q_PROPERTY(QVariantMap fieldErrors READ fieldErrors NOTIFY feedbackChanged)

public:
    Portal *portal() const { return m_portal; }
    void setPortal(Portal *portal);
    LoadState::Value state() const { return m_state; }
    bool hasMore() const { return !m_nextCursor.isEmpty(); }
    int count() const { return int(m_rows.size()); }
    bool busy() const { return m_feedback.busy(); }
    QString errorText() const { return m_feedback.errorText(); }
    QVariantMap fieldErrors() const { return m_feedback.fieldErrors(); }

    Q_INVOKABLE void reload();
    /// The next page, if there is one and it is not on its way.
    Q_INVOKABLE void loadMore();
    Q_INVOKABLE void clearErrors();
    /// One row as an object of its roles; empty outside of the list.
    Q_INVOKABLE QVariantMap get(int row) const { return m_rows.value(row); }
    /// The id of a row; empty outside of the list.
    Q_INVOKABLE QString idAt(int row) const { return m_rows.value(row).value(m_key).toString(); }
    /// Where the row with this id is, or -1.
    Q_INVOKABLE int indexOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void classBegin() override { }
    void componentComplete() override;

Q_SIGNALS:
    void portalChanged();
    void stateChanged();
    void countChanged();
    void feedbackChanged();

protected:
    /// `key` is the role that holds the id; `extraRoles` are those that do not come from `type`.
    ListModel(const QMetaObject &type, const QString &key, const QList<QByteArray> &extraRoles, QObject *parent);

    /// The first page, without paging parameters.
    virtual ApiRequest listRequest() const = 0;
    /// Rows that have just come, before they are shown: fill in the extra roles from what is known.
    virtual void decorate(QVariantMap &) const { }
    /// The portal is there, for the first time.
    virtual void attached() { }
    /// Rows have come: ask for what the list itself does not tell.
    virtual void loaded(const QStringList &) { }

    /// Another filter: everything is read again, and nothing old is shown meanwhile.
    void restart();
    void act(const ApiRequest &request, std::function<void(const ApiAnswer &)> done);
    /// Sends without touching what the user is told.
    void fetch(const ApiRequest &request, std::function<void(const ApiAnswer &)> done);

    QVariantMap rowOf(const QJsonObject &json) const;
    QStringList ids() const;
    /// Changes the row with this id, if it is here.
    void patch(const QString &id, const QVariantMap &values);
    void insert(int at, const QVariantMap &row);
    void removeIds(const QStringList &ids);
    void changeRow(int row, const QVariantMap &values);

private:
    void take(const ApiAnswer &answer, bool first);
    void merge(const QList<QVariantMap> &rows);
    void setState(LoadState::Value state);
    void settle();

    const QMetaObject &m_type;
    const QString m_key;
    QHash<int, QByteArray> m_roles;
    QPointer<Portal> m_portal;
    QList<QVariantMap> m_rows;
    QString m_nextCursor;
    Feedback m_feedback;
    LoadState::Value m_state = LoadState::Loading;
    int m_serial = 0; ///< of the reading in force: answers to an earlier one are dropped
    bool m_loadingMore = false;
    bool m_complete = false;
    bool m_read = false; ///< the server has answered once
};
