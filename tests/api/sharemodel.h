// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMap>
#include <QSet>
#include <QStringList>

/// A simple model of who can see which devices. People are numbers.
struct ShareModel
{
    struct Device
    {
        int owner = 0;
        QString group;
        bool removed = false;
    };
    struct Share
    {
        int person = 0;
        QDateTime until; ///< invalid: no end
    };
    QMap<QString, Device> devices;
    QMap<QString, int> groups; ///< groups with their owners
    QMap<std::pair<QString, QString>, Share> shares; ///< by shared object and name of the person

    int ownerOf(const QString &object) const
    {
        return devices.contains(object) ? devices[object].owner : groups.value(object, -1);
    }
    QStringList groupsOf(int owner) const { return groups.keys(owner); }
    QStringList living() const
    {
        QStringList ids;
        for (auto device = devices.cbegin(); device != devices.cend(); ++device) {
            if (!device->removed)
                ids += device.key();
        }
        return ids;
    }
    QStringList shareable() const { return living() + groups.keys(); }

    bool sees(int viewer, const QString &device, const QDateTime &now) const
    {
        const Device &what = devices[device];
        if (what.removed)
            return false;
        for (auto share = shares.cbegin(); share != shares.cend(); ++share) {
            const QString &object = share.key().first;
            const bool covers = object == device || (!what.group.isEmpty() && object == what.group);
            if (covers && share->person == viewer && (!share->until.isValid() || share->until > now))
                return true;
        }
        return false;
    }
    QSet<QString> seenBy(int viewer, const QDateTime &now) const
    {
        QSet<QString> seen;
        for (const QString &device : devices.keys()) {
            if (sees(viewer, device, now))
                seen += device;
        }
        return seen;
    }
    /// Returns the latest end before a time.
    QDateTime lastNearEnd(const QDateTime &before) const
    {
        QDateTime last;
        for (const Share &share : shares) {
            if (share.until.isValid() && share.until < before && (!last.isValid() || share.until > last))
                last = share.until;
        }
        return last.isValid() ? last : QDateTime::fromMSecsSinceEpoch(0);
    }

    void removeDevice(const QString &device)
    {
        devices[device].removed = true;
        removeSharesOf(device);
    }
    void removeGroup(const QString &group)
    {
        groups.remove(group);
        removeSharesOf(group);
        for (Device &device : devices) {
            if (device.group == group)
                device.group.clear();
        }
    }

private:
    void removeSharesOf(const QString &object)
    {
        for (auto share = shares.begin(); share != shares.end();)
            share = share.key().first == object ? shares.erase(share) : std::next(share);
    }
};
