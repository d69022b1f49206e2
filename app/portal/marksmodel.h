// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"
#include "app/portal/marksfilter.h"

#include <QTimer>

/// The marks of the account, newest first. Events insert new marks. Roles: see DeviceMark, and `deviceMarkId`,
/// `deviceName`, and the signed `thumbnailUrl`.
class MarksModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The following five limit the list to one camera, group, rule, label, or zone; empty: no limit.
    Q_PROPERTY(QString deviceId READ deviceId WRITE setDeviceId NOTIFY filterChanged)
    Q_PROPERTY(QString devgroupId READ devgroupId WRITE setDevgroupId NOTIFY filterChanged)
    Q_PROPERTY(QString devicemodeId READ devicemodeId WRITE setDevicemodeId NOTIFY filterChanged)
    Q_PROPERTY(QString label READ label WRITE setLabel NOTIFY filterChanged)
    Q_PROPERTY(QString zoneId READ zoneId WRITE setZoneId NOTIFY filterChanged)
    /// The minimum score, 0 to 1.
    Q_PROPERTY(double minScore READ minScore WRITE setMinScore NOTIFY filterChanged)
    /// Limits the list to one day, `YYYY-MM-DD` in this machine's time zone; empty: all days.
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY filterChanged)
    Q_PROPERTY(bool oldestFirst READ oldestFirst WRITE setOldestFirst NOTIFY filterChanged)
    /// The account that owns the camera, if the camera is shared; empty: the user's account.
    Q_PROPERTY(QString accountId READ accountId WRITE setAccountId NOTIFY filterChanged)
    Q_PROPERTY(bool unreadOnly READ unreadOnly WRITE setUnreadOnly NOTIFY filterChanged)
    /// Shows deleted marks instead of the others.
    Q_PROPERTY(bool bin READ bin WRITE setBin NOTIFY filterChanged)
    /// The number of unread marks of the whole account, regardless of the filter.
    Q_PROPERTY(int unreadCount READ unreadCount NOTIFY unreadCountChanged)
    /// The number of unread marks by day, `YYYY-MM-DD` in the account's time zone.
    Q_PROPERTY(QVariantMap unreadDays READ unreadDays NOTIFY unreadCountChanged)

public:
    explicit MarksModel(QObject *parent = nullptr);

    const MarksFilter &filter() const { return m_filter; }
    QString deviceId() const { return m_filter.deviceId; }
    void setDeviceId(const QString &id) { narrow(&MarksFilter::deviceId, id); }
    QString devgroupId() const { return m_filter.devgroupId; }
    void setDevgroupId(const QString &id) { narrow(&MarksFilter::devgroupId, id); }
    QString devicemodeId() const { return m_filter.devicemodeId; }
    void setDevicemodeId(const QString &id) { narrow(&MarksFilter::devicemodeId, id); }
    QString label() const { return m_filter.label; }
    void setLabel(const QString &label) { narrow(&MarksFilter::label, label); }
    QString zoneId() const { return m_filter.zoneId; }
    void setZoneId(const QString &id) { narrow(&MarksFilter::zoneId, id); }
    double minScore() const { return m_filter.minScore; }
    void setMinScore(double score) { narrow(&MarksFilter::minScore, score); }
    QString day() const { return m_filter.day.toString(Qt::ISODate); }
    void setDay(const QString &day) { narrow(&MarksFilter::day, QDate::fromString(day, Qt::ISODate)); }
    bool oldestFirst() const { return m_filter.oldestFirst; }
    void setOldestFirst(bool oldest) { narrow(&MarksFilter::oldestFirst, oldest); }
    QString accountId() const { return m_accountId; }
    void setAccountId(const QString &id);
    bool unreadOnly() const { return m_filter.unreadOnly; }
    void setUnreadOnly(bool unreadOnly) { narrow(&MarksFilter::unreadOnly, unreadOnly); }
    bool bin() const { return m_filter.bin; }
    void setBin(bool bin) { narrow(&MarksFilter::bin, bin); }
    int unreadCount() const { return m_unreadCount; }
    QVariantMap unreadDays() const { return m_unreadDays; }
    QString nameOf(const QString &deviceId) const { return m_names.value(deviceId); }

    Q_INVOKABLE void markRead(const QStringList &ids, bool read = true);
    /// Marks all marks as read that match the filter by camera, group, rule, and label, and that exist by now.
    Q_INVOKABLE void markAllRead();
    /// Fetches new addresses of all pictures, as after the earlier ones were revoked.
    Q_INVOKABLE void signAgain() { sign(ids()); }
    /// Moves marks to the bin. See restore().
    Q_INVOKABLE void remove(const QStringList &ids);
    Q_INVOKABLE void restore(const QStringList &ids);

Q_SIGNALS:
    void filterChanged();
    void unreadCountChanged();
    void removed(const QStringList &ids);
    void restored(const QStringList &ids);
    void marked(const QStringList &ids, bool read);

protected:
    ApiRequest listRequest() const override;
    void attached() override;
    void loaded(const QStringList &ids) override;
    void decorate(QVariantMap &row) const override;

private:
    QString accountPath(const QString &format) const;
    template <typename T>
    void narrow(T MarksFilter::*member, const T &value)
    {
        if (m_filter.*member == value)
            return;
        m_filter.*member = value;
        Q_EMIT filterChanged();
        restart();
    }
    void hear(const QString &type, const QJsonObject &event);
    void refresh(const QString &id);
    void place(const QVariantMap &row);
    QStringList withoutAddress(const QStringList &ids) const;
    void setLeaving(const QStringList &ids, bool leaving);
    void sign(const QStringList &ids);
    void readNames();
    void countUnread();

    MarksFilter m_filter;
    QString m_accountId;
    int m_unreadCount = 0;
    QVariantMap m_unreadDays;
    QHash<QString, QString> m_names; ///< names of the devices by id
    QTimer m_countSoon; ///< joins a burst of events into one count
    QTimer m_signAgain;
};
