// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apiclient.h"
#include "app/portal/feedback.h"
#include "app/portal/loadstate.h"
#include "app/portal/portal.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlParserStatus>
#include <QSet>
#include <QtQmlIntegration/qqmlintegration.h>

/// A list of objects of one type, loaded page by page. Its roles are the JSON properties of that type. A reload reads
/// as many pages as are shown, and keeps the existing rows, so that views neither jump nor flicker.
class ListModel : public QAbstractListModel, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_NAMED_ELEMENT(RemoteList)
    QML_UNCREATABLE("Use one of the derived lists")
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
    /// Loads the next page, unless there is none or it is already being loaded.
    Q_INVOKABLE void loadMore();
    Q_INVOKABLE void clearErrors();
    /// Returns a row as a map of its roles, or an empty map if the row does not exist.
    Q_INVOKABLE QVariantMap get(int row) const { return m_rows.value(row); }
    /// Returns the id of a row, or an empty string if the row does not exist.
    Q_INVOKABLE QString idAt(int row) const { return m_rows.value(row).value(m_key).toString(); }
    /// Returns the row with this id, or -1.
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
    /// `key` is the role that holds the id. `extraRoles` are roles that `type` does not have.
    ListModel(const QMetaObject &type, const QString &key, const QList<QByteArray> &extraRoles, QObject *parent);

    /// Returns the request for the list, without paging parameters.
    virtual ApiRequest listRequest() const = 0;
    /// Fills in the extra roles of a row before it is shown.
    virtual void decorate(QVariantMap &) const { }
    /// Returns whether a row of the server's list belongs in this one.
    virtual bool shows(const QVariantMap &) const { return true; }
    /// Called once the portal has been set.
    virtual void attached() { }
    /// Called with the ids of the rows just loaded, to fetch data that the list does not contain.
    virtual void loaded(const QStringList &) { }

    /// Clears the list and loads it again, as after a change of the filter.
    void restart();
    /// Sends a request and reports it through `busy`, `errorText`, and `fieldErrors`. Calls `done` on success, and
    /// otherwise `failed`.
    void act(const ApiRequest &request, std::function<void(const ApiAnswer &)> done, std::function<void()> failed = {});
    /// Sends a request without reporting it to the user. Calls `done` on success and on failure.
    void fetch(const ApiRequest &request, std::function<void(const ApiAnswer &)> done);

    QVariantMap rowOf(const QJsonObject &json) const;
    QStringList ids() const;
    /// Changes the row with this id, if the list contains it.
    void patch(const QString &id, const QVariantMap &values);
    /// Inserts a row that an event has told of. After some of them, the list is loaded again, so that a list that is
    /// open for days has no more rows than its pages, and the others are loaded when they are wanted.
    void insert(int at, const QVariantMap &row);
    void removeIds(const QStringList &ids);
    /// Returns the number of rows that were removed so far. If it has changed since a request was sent, the answer may
    /// be older than a removal.
    int removals() const { return m_removals; }
    void changeRow(int row, const QVariantMap &values);

private:
    static constexpr int mostInserted = 100;

    /// A load from the first page on.
    struct Load
    {
        int serial = 0;
        int pages = 0; ///< number of pages read
        QList<QVariantMap> rows{};
    };

    ApiRequest pageRequest(const QString &cursor) const;
    void readPage(const Load &load, const QString &cursor);
    void takePage(Load load, const ApiAnswer &answer);
    void takeMore(const ApiAnswer &answer);
    QList<QVariantMap> rowsOf(const ApiAnswer &answer) const;
    void show(const QList<QVariantMap> &rows, const ApiAnswer &lastPage);
    void merge(const QList<QVariantMap> &rows);
    void insertRow(int at, const QVariantMap &row);
    /// Removes the rows with these ids. Returns the number of them that the list contained.
    int removeRows(const QStringList &ids);
    void setState(LoadState::Value state);
    void settle();
    void connectionChanged();

    const QMetaObject &m_type;
    const QString m_key;
    QHash<int, QByteArray> m_roles;
    QPointer<Portal> m_portal;
    QList<QVariantMap> m_rows;
    QString m_nextCursor;
    int m_pages = 0; ///< number of pages shown
    Feedback m_feedback;
    LoadState::Value m_state = LoadState::Loading;
    int m_serial = 0; ///< identifies the current load; answers to earlier ones are dropped
    bool m_loadingMore = false;
    bool m_loading = false; ///< a load from the first page on is running
    bool m_overtaken = false; ///< a row was inserted that the running load may have missed
    QSet<QString> m_removed; ///< rows removed since the running load began, which its answer may still contain
    int m_removals = 0;
    int m_inserted = 0; ///< rows inserted since the last load
    bool m_complete = false;
    bool m_read = false; ///< the list was loaded at least once
};
