<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountsDialog</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppErrorsCard</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraDrawer</name>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraLoadsCard</name>
    <message numerus="yes">
        <source>disk too slow %n time(s)</source>
        <translation>
            <numerusform>disk too slow %n time</numerusform>
            <numerusform>disk too slow %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CamerasPage</name>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n camera</numerusform>
            <numerusform>%n cameras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChannelsPanel</name>
    <message numerus="yes">
        <source>%n event type(s)</source>
        <translation>
            <numerusform>%n event type</numerusform>
            <numerusform>%n event types</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n camera</numerusform>
            <numerusform>%n cameras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClauseFields</name>
    <message numerus="yes">
        <source>at least %n face(s)</source>
        <translation>
            <numerusform>at least %n face</numerusform>
            <numerusform>at least %n faces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConditionGroup</name>
    <message numerus="yes">
        <source>Show %n condition(s)</source>
        <translation>
            <numerusform>Show %n condition</numerusform>
            <numerusform>Show %n conditions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message numerus="yes">
        <source>%n media file(s) could not be read. The file missing.json lists them.</source>
        <translation>
            <numerusform>%n media file could not be read. The file missing.json lists it.</numerusform>
            <numerusform>%n media files could not be read. The file missing.json lists them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveriesPanel</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpectedMarksDialog</name>
    <message numerus="yes">
        <source>%1: %2 to %3, ±%n second(s)</source>
        <translation>
            <numerusform>%1: %2 to %3, ±%n second</numerusform>
            <numerusform>%1: %2 to %3, ±%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaceOverlay</name>
    <message numerus="yes">
        <source>Image with %n face(s)</source>
        <translation>
            <numerusform>Image with %n face</numerusform>
            <numerusform>Image with %n faces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacesPage</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n face</numerusform>
            <numerusform>%n faces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many attempts. Try again in %n second.</numerusform>
            <numerusform>Too many attempts. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message numerus="yes">
        <source>expires in %n day(s)</source>
        <translation>
            <numerusform>expires in %n day</numerusform>
            <numerusform>expires in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkNames</name>
    <message numerus="yes">
        <source>%n face(s) detected</source>
        <translation>
            <numerusform>%n face detected</numerusform>
            <numerusform>%n faces detected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) present for %1 s</source>
        <translation>
            <numerusform>%n object present for %1 s</numerusform>
            <numerusform>%n objects present for %1 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarksPage</name>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) moved to the bin</source>
        <translation>
            <numerusform>%n mark moved to the bin</numerusform>
            <numerusform>%n marks moved to the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in %1. Some marks have neither a clip nor a snapshot.</source>
        <translation>
            <numerusform>%n file saved in %1. Some marks have neither a clip nor a snapshot.</numerusform>
            <numerusform>%n files saved in %1. Some marks have neither a clip nor a snapshot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in %1</source>
        <translation>
            <numerusform>%n file saved in %1</numerusform>
            <numerusform>%n files saved in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) copied, valid for 7 days</source>
        <translation>
            <numerusform>%n link copied, valid for 7 days</numerusform>
            <numerusform>%n links copied, valid for 7 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModeWords</name>
    <message numerus="yes">
        <source>at least %n object(s) are present for %1 s</source>
        <translation>
            <numerusform>at least %n object is present for %1 s</numerusform>
            <numerusform>at least %n objects are present for %1 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at %n other time(s)</source>
        <translation>
            <numerusform>at %n other time</numerusform>
            <numerusform>at %n other times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>except on %n day(s)</source>
        <translation>
            <numerusform>except on %n day</numerusform>
            <numerusform>except on %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>also all day on %n day(s)</source>
        <translation>
            <numerusform>also all day on %n day</numerusform>
            <numerusform>also all day on %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message numerus="yes">
        <source>Resending %n notification(s).</source>
        <translation>
            <numerusform>Resending %n notification.</numerusform>
            <numerusform>Resending %n notifications.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message numerus="yes">
        <source>Marks kept for %n day(s)</source>
        <translation>
            <numerusform>Marks kept for %n day</numerusform>
            <numerusform>Marks kept for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n camera(s)</source>
        <translation>
            <numerusform>up to %n camera</numerusform>
            <numerusform>up to %n cameras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message numerus="yes">
        <source>Go live, %n min behind</source>
        <translation>
            <numerusform>Go live, %n min behind</numerusform>
            <numerusform>Go live, %n min behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go live, %n h behind</source>
        <translation>
            <numerusform>Go live, %n h behind</numerusform>
            <numerusform>Go live, %n h behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go live, %n day(s) behind</source>
        <translation>
            <numerusform>Go live, %n day behind</numerusform>
            <numerusform>Go live, %n days behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewLane</name>
    <message numerus="yes">
        <source>%1: %n mark(s)</source>
        <translation>
            <numerusform>%1: %n mark</numerusform>
            <numerusform>%1: %n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewNote</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of cameras</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>Accounts and servers (%n unread)</source>
        <translation>
            <numerusform>Accounts and servers (%n unread)</numerusform>
            <numerusform>Accounts and servers (%n unread)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailEntry</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulePreview</name>
    <message numerus="yes">
        <source>Last 24 hours, %n camera(s), computed in %1 s</source>
        <translation>
            <numerusform>Last 24 hours, %n camera, computed in %1 s</numerusform>
            <numerusform>Last 24 hours, %n cameras, computed in %1 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SandboxCard</name>
    <message numerus="yes">
        <source>%1, every %n second(s)</source>
        <translation>
            <numerusform>%1, every second</numerusform>
            <numerusform>%1, every %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecondFactorCard</name>
    <message numerus="yes">
        <source>%n unused recovery code(s).</source>
        <translation>
            <numerusform>%n unused recovery code.</numerusform>
            <numerusform>%n unused recovery codes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message numerus="yes">
        <source>The disk of %1 was too slow %n time(s). Video is missing from recordings.</source>
        <translation>
            <numerusform>The disk of %1 was too slow %n time. Video is missing from recordings.</numerusform>
            <numerusform>The disk of %1 was too slow %n times. Video is missing from recordings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 could not store %n minute(s) of observations.</source>
        <translation>
            <numerusform>%1 could not store %n minute of observations.</numerusform>
            <numerusform>%1 could not store %n minutes of observations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be sent.</source>
        <translation>
            <numerusform>%n message could not be sent.</numerusform>
            <numerusform>%n messages could not be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n background job(s) failed.</source>
        <translation>
            <numerusform>%n background job failed.</numerusform>
            <numerusform>%n background jobs failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageWords</name>
    <message numerus="yes">
        <source>The storage is full in %n day(s). Then the oldest recordings are deleted first.</source>
        <translation>
            <numerusform>The storage is full in %n day. Then the oldest recordings are deleted first.</numerusform>
            <numerusform>The storage is full in %n days. Then the oldest recordings are deleted first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportAccessCard</name>
    <message numerus="yes">
        <source>Viewed %n time(s) under this access.</source>
        <translation>
            <numerusform>Viewed once under this access.</numerusform>
            <numerusform>Viewed %n times under this access.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportAccessPanel</name>
    <message numerus="yes">
        <source>Viewed %n time(s), last at %1.</source>
        <translation>
            <numerusform>Viewed once, at %1.</numerusform>
            <numerusform>Viewed %n times, last at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportPlanCards</name>
    <message numerus="yes">
        <source>kept for %n day(s)</source>
        <translation>
            <numerusform>kept for %n day</numerusform>
            <numerusform>kept for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in use</source>
        <translation>
            <numerusform>%n in use</numerusform>
            <numerusform>%n in use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>Waymark: %n unread</source>
        <translation>
            <numerusform>Waymark: %n unread</numerusform>
            <numerusform>Waymark: %n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other accounts</source>
        <translation>
            <numerusform>%n of them in other accounts</numerusform>
            <numerusform>%n of them in other accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZoneForm</name>
    <message numerus="yes">
        <source>Remove corners until %n are left.</source>
        <translation>
            <numerusform>Remove corners until %n is left.</numerusform>
            <numerusform>Remove corners until %n are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Click %n more corner(s) in the image.</source>
        <translation>
            <numerusform>Click %n more corner in the image.</numerusform>
            <numerusform>Click %n more corners in the image.</numerusform>
        </translation>
    </message>
</context>
</TS>
