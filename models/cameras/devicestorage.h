// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QObject>

#include <optional>

/// The storage that the data of a device uses.
class DeviceStorage
{
    Q_GADGET
    Q_CLASSINFO("recordings.doc", "Bytes of the recording.")
    Q_CLASSINFO("recordingsBudget.optional", "true")
    Q_CLASSINFO("recordingsBudget.doc",
                "Bytes to which the capture mode limits the recording of the device; absent without a limit.")
    Q_CLASSINFO("photos.doc", "Bytes of photos, including those in the bin.")
    Q_CLASSINFO("videos.doc", "Bytes of videos, including those in the bin.")
    Q_CLASSINFO("marks.doc", "Bytes of the pictures and clips of marks, including those in the bin.")
    Q_CLASSINFO("total.doc", "Bytes of all of these.")
    Q_CLASSINFO("perDay.doc", "Bytes that the device has added within the last day, as far as they are still there.")
    Q_CLASSINFO("budget.optional", "true")
    Q_CLASSINFO("budget.doc", "Bytes that the account's plan covers for all devices; absent without a limit.")
    Q_CLASSINFO("used.doc", "Bytes of all devices of the account.")
    Q_CLASSINFO("daysLeft.optional", "true")
    Q_CLASSINFO("daysLeft.doc",
                "Days until the budget is used up if all devices of the account add as much as within the last day; "
                "absent without a budget or if nothing is added.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(qint64 recordings MEMBER recordings DESIGNABLE false)
    Q_PROPERTY(qint64 recordingsBudget MEMBER recordingsBudget DESIGNABLE false)
    Q_PROPERTY(qint64 photos MEMBER photos DESIGNABLE false)
    Q_PROPERTY(qint64 videos MEMBER videos DESIGNABLE false)
    Q_PROPERTY(qint64 marks MEMBER marks DESIGNABLE false)
    Q_PROPERTY(qint64 total MEMBER total DESIGNABLE false)
    Q_PROPERTY(qint64 perDay MEMBER perDay DESIGNABLE false)
    Q_PROPERTY(qint64 used MEMBER used DESIGNABLE false)
    Q_PROPERTY(qint64 budget MEMBER budget DESIGNABLE false)
    Q_PROPERTY(std::optional<qint64> daysLeft MEMBER daysLeft DESIGNABLE false)

public:
    DeviceId deviceId;
    qint64 recordings = 0;
    qint64 recordingsBudget = 0;
    qint64 photos = 0;
    qint64 videos = 0;
    qint64 marks = 0;
    qint64 total = 0;
    qint64 perDay = 0;
    qint64 used = 0;
    qint64 budget = 0;
    std::optional<qint64> daysLeft;
};
