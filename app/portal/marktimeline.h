// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/marksmodel.h"
#include "app/portal/viewmodel.h"

#include <QTimer>

/// The marks of one day that match a list's filter, by camera, for a timeline from midnight to midnight.
class MarkTimeline : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(MarksModel *marks READ marks WRITE setMarks NOTIFY marksChanged REQUIRED)
    /// `YYYY-MM-DD` in this machine's time zone.
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY dayChanged)
    /// Maps with `deviceId`, `name`, and `ticks`, sorted by name. Ticks are maps with `id`, `at` (0 to 1 of the day),
    /// and `read`, sorted by time.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    /// The day has been loaded.
    Q_PROPERTY(bool ready READ isReady NOTIFY rowsChanged)
    /// The day has more marks than `rows` contains.
    Q_PROPERTY(bool truncated READ isTruncated NOTIFY rowsChanged)

public:
    explicit MarkTimeline(QObject *parent = nullptr);

    MarksModel *marks() const { return m_marks; }
    void setMarks(MarksModel *marks);
    QString day() const { return m_day.toString(Qt::ISODate); }
    void setDay(const QString &day);
    QVariantList rows() const { return m_rows; }
    bool isReady() const { return m_ready; }
    bool isTruncated() const { return m_truncated; }

Q_SIGNALS:
    void marksChanged();
    void dayChanged();
    void rowsChanged();

protected:
    void attached() override;

private:
    void read();
    void readPage(const QString &cursor, QJsonArray known);
    void take(const QJsonArray &marks, bool truncated);

    QPointer<MarksModel> m_marks;
    QDate m_day;
    QVariantList m_rows;
    bool m_ready = false;
    bool m_truncated = false;
    int m_serial = 0; ///< identifies the current load; answers to earlier ones are dropped
    QTimer m_soon; ///< joins several changes into one load
    QTimer m_again; ///< retries a failed load, for which the page has no button
};
