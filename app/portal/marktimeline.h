// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/marksmodel.h"
#include "app/portal/viewmodel.h"

#include <QTimer>

/// The marks of one day by camera, to be drawn on a line from midnight to midnight: those that a list's filter finds.
class MarkTimeline : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(MarksModel *marks READ marks WRITE setMarks NOTIFY marksChanged REQUIRED)
    /// `YYYY-MM-DD` by this machine's clock.
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY dayChanged)
    /// Of `deviceId`, `name` and `ticks`: of `id`, `at` (0 to 1 of the day), `read`; cameras by name, the first mark
    /// first.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    /// The day has been read.
    Q_PROPERTY(bool ready READ isReady NOTIFY rowsChanged)
    /// There are more marks than are drawn.
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
    int m_serial = 0; ///< of the reading in force
    QTimer m_soon; ///< once for several changes
    QTimer m_again; ///< after a reading that failed: nobody has a button for it
};
