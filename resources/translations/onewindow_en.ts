<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClockText</name>
    <message numerus="yes">
        <source>%1: %n day(s) do not count.</source>
        <comment>%1 is a holiday</comment>
        <translation>
            <numerusform>%1: %n day does not count.</numerusform>
            <numerusform>%1: %n days do not count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weekends: %n day(s) do not count.</source>
        <translation>
            <numerusform>Weekends: %n day does not count.</numerusform>
            <numerusform>Weekends: %n days do not count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weekend day(s) are worked, so they count.</source>
        <translation>
            <numerusform>%n weekend day is worked, so it counts.</numerusform>
            <numerusform>%n weekend days are worked, so they count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock was stopped for %n day(s); they do not count.</source>
        <translation>
            <numerusform>The clock was stopped for %n day; it does not count.</numerusform>
            <numerusform>The clock was stopped for %n days; they do not count.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemWords</name>
    <message numerus="yes">
        <source>Tried %n time(s) in vain; the next time is %1.</source>
        <translation>
            <numerusform>Tried %n time in vain; the next time is %1.</numerusform>
            <numerusform>Tried %n times in vain; the next time is %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message numerus="yes">
        <source>%n more in the workbook</source>
        <translation>
            <numerusform>%n more in the workbook</numerusform>
            <numerusform>%n more in the workbook</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too small to be shown</source>
        <translation>
            <numerusform>%n too small to be shown</numerusform>
            <numerusform>%n too small to be shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) missing</source>
        <translation>
            <numerusform>%n month missing</numerusform>
            <numerusform>%n months missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Queues</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message numerus="yes">
        <source>%n bad rating(s) came in.</source>
        <translation>
            <numerusform>%n bad rating came in.</numerusform>
            <numerusform>%n bad ratings came in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Surveys</name>
    <message numerus="yes">
        <source>%n answer(s) off the scale</source>
        <translation>
            <numerusform>%n answer off the scale</numerusform>
            <numerusform>%n answers off the scale</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>The line is cut; %n change(s) wait here, the oldest since %1. Nothing is lost.</source>
        <translation>
            <numerusform>The line is cut; %n change waits here since %1. Nothing is lost.</numerusform>
            <numerusform>The line is cut; %n changes wait here, the oldest since %1. Nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be judged at the centre yet. They wait here and are tried again by themselves.</source>
        <translation>
            <numerusform>%n change could not be judged at the centre yet. It waits here and is tried again by itself.</numerusform>
            <numerusform>%n changes could not be judged at the centre yet. They wait here and are tried again by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are on the way to the centre.</source>
        <translation>
            <numerusform>%n change is on the way to the centre.</numerusform>
            <numerusform>%n changes are on the way to the centre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused: %n change(s) wait here until you go on. Nothing is lost.</source>
        <translation>
            <numerusform>Paused: %n change waits here until you go on. Nothing is lost.</numerusform>
            <numerusform>Paused: %n changes wait here until you go on. Nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Receiving the hall: %Ln row(s). Until it is done, lists do not hold everything yet.</source>
        <translation>
            <numerusform>Receiving the hall: %Ln row. Until it is done, lists do not hold everything yet.</numerusform>
            <numerusform>Receiving the hall: %Ln rows. Until it is done, lists do not hold everything yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>↑ %Ln waiting</source>
        <translation>
            <numerusform>↑ %Ln waiting</numerusform>
            <numerusform>↑ %Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>↓ Receiving %Ln row(s)</source>
        <translation>
            <numerusform>↓ Receiving %Ln row</numerusform>
            <numerusform>↓ Receiving %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>◇ %Ln waiting, sending later</source>
        <translation>
            <numerusform>◇ %Ln waiting, sending later</numerusform>
            <numerusform>◇ %Ln waiting, sending later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>❚❚ Paused, %Ln waiting</source>
        <translation>
            <numerusform>❚❚ Paused, %Ln waiting</numerusform>
            <numerusform>❚❚ Paused, %Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: complete, %Ln row(s)</source>
        <translation>
            <numerusform>%1: complete, %Ln row</numerusform>
            <numerusform>%1: complete, %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: not complete yet, %Ln row(s) so far</source>
        <translation>
            <numerusform>%1: not complete yet, %Ln row so far</numerusform>
            <numerusform>%1: not complete yet, %Ln rows so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the centre are newer than this program and wait for its update.</source>
        <translation>
            <numerusform>%n row of the centre is newer than this program and waits for its update.</numerusform>
            <numerusform>%n rows of the centre are newer than this program and wait for its update.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All but %n refused change(s) are at the centre; the reasons stand below · fresh as of %1</source>
        <translation>
            <numerusform>All but %n refused change is at the centre; the reason stands below · fresh as of %1</numerusform>
            <numerusform>All but %n refused changes are at the centre; the reasons stand below · fresh as of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n calendar day</numerusform>
            <numerusform>%n calendar days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working minute(s)</source>
        <translation>
            <numerusform>%n working minute</numerusform>
            <numerusform>%n working minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n byte(s) can be kept here. Please shorten it.</source>
        <translation>
            <numerusform>At most %n byte can be kept here. Please shorten it.</numerusform>
            <numerusform>At most %n bytes can be kept here. Please shorten it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s) can be kept here. Please shorten it.</source>
        <translation>
            <numerusform>At most %n character can be kept here. Please shorten it.</numerusform>
            <numerusform>At most %n characters can be kept here. Please shorten it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That passphrase does not open this store. %n more try(ies) before a pause.</source>
        <translation>
            <numerusform>That passphrase does not open this store. %n more try before a pause.</numerusform>
            <numerusform>That passphrase does not open this store. %n more tries before a pause.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>%n day over</numerusform>
            <numerusform>%n days over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) over</source>
        <translation>
            <numerusform>%n hour over</numerusform>
            <numerusform>%n hours over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min over</source>
        <translation>
            <numerusform>%n min over</numerusform>
            <numerusform>%n min over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::AreaChoice</name>
    <message numerus="yes">
        <source>%1: %n hall(s)</source>
        <comment>an area</comment>
        <translation>
            <numerusform>%1: %n hall</numerusform>
            <numerusform>%1: %n halls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::BehindModel</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::BoardPage</name>
    <message numerus="yes">
        <source>%Ln given back</source>
        <translation>
            <numerusform>%Ln given back</numerusform>
            <numerusform>%Ln given back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>people in a queue</comment>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln go first</source>
        <comment>priority and appointments</comment>
        <translation>
            <numerusform>%Ln goes first</numerusform>
            <numerusform>%Ln go first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s), %1 ago</source>
        <translation>
            <numerusform>called %n time, %1 ago</numerusform>
            <numerusform>called %n times, %1 ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::CallPanel</name>
    <message numerus="yes">
        <source>%n question(s) are not answered. Enter once more saves it so.</source>
        <translation>
            <numerusform>%n question is not answered. Enter once more saves it so.</numerusform>
            <numerusform>%n questions are not answered. Enter once more saves it so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseDocuments</name>
    <message numerus="yes">
        <source>and %n older</source>
        <translation>
            <numerusform>and %n older</numerusform>
            <numerusform>and %n older</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::CodesPanel</name>
    <message numerus="yes">
        <source>%n code(s), one for each slip. Each is taken once; none says to whom it went.</source>
        <translation>
            <numerusform>%n code, one for each slip. Each is taken once; none says to whom it went.</numerusform>
            <numerusform>%n codes, one for each slip. Each is taken once; none says to whom it went.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) copied.</source>
        <translation>
            <numerusform>%n code copied.</numerusform>
            <numerusform>%n codes copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::CodingPanel</name>
    <message numerus="yes">
        <source>%n answer(s) say so already; it is followed up by: %1</source>
        <translation>
            <numerusform>%n answer says so already; it is followed up by: %1</numerusform>
            <numerusform>%n answers say so already; it is followed up by: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::ColleaguePicker</name>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n open case</numerusform>
            <numerusform>%n open cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::DuplicatePanel</name>
    <message numerus="yes">
        <source>%n record(s) may be the same</source>
        <translation>
            <numerusform>%n record may be the same</numerusform>
            <numerusform>%n records may be the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::FigurePage</name>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>the first</numerusform>
            <numerusform>the first %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::FigureViews</name>
    <message numerus="yes">
        <source>Band: control limits set by %n earlier month(s). Dashed: their centre. Dotted: the target. Diamond: a change that is not chance.</source>
        <translation>
            <numerusform>Band: control limits set by %n earlier month. Dashed: their centre. Dotted: the target. Diamond: a change that is not chance.</numerusform>
            <numerusform>Band: control limits set by %n earlier months. Dashed: their centre. Dotted: the target. Diamond: a change that is not chance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) are too small to be shown.</source>
        <translation>
            <numerusform>%n member is too small to be shown.</numerusform>
            <numerusform>%n members are too small to be shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::InboxFilterButton</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::InboxModel</name>
    <message numerus="yes">
        <source>%1
%n conflict(s) or late work to settle</source>
        <translation>
            <numerusform>%1
%n decision is waiting</numerusform>
            <numerusform>%1
%n decisions are waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::InboxPage</name>
    <message numerus="yes">
        <source>%Ln case(s)</source>
        <translation>
            <numerusform>%Ln case</numerusform>
            <numerusform>%Ln cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::InboxPreview</name>
    <message numerus="yes">
        <source>◆ %n conflict(s) or late work to settle: F5</source>
        <translation>
            <numerusform>◆ %n conflict or late work to settle: F5</numerusform>
            <numerusform>◆ %n conflicts or late pieces of work to settle: F5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::ProfileHeader</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::ProfileSide</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>open cases</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::Rail</name>
    <message numerus="yes">
        <source>%1: %Ln waiting</source>
        <comment>place</comment>
        <translation>
            <numerusform>%1: %Ln waiting</numerusform>
            <numerusform>%1: %Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::RemarksCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::ReportsCard</name>
    <message numerus="yes">
        <source>%n figure(s) taken in</source>
        <translation>
            <numerusform>%n figure taken in</numerusform>
            <numerusform>%n figures taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n said what is known</source>
        <translation>
            <numerusform>%n said what is known</numerusform>
            <numerusform>%n said what is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not taken in</source>
        <translation>
            <numerusform>%n row not taken in</numerusform>
            <numerusform>%n rows not taken in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::ScorecardExporter</name>
    <message numerus="yes">
        <source>Written and read back, %n row(s): %1</source>
        <translation>
            <numerusform>Written and read back, %n row: %1</numerusform>
            <numerusform>Written and read back, %n rows: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written and read back, %n page(s): %1</source>
        <translation>
            <numerusform>Written and read back, %n page: %1</numerusform>
            <numerusform>Written and read back, %n pages: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::SearchBox</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::SlipPanel</name>
    <message numerus="yes">
        <source>%n question(s) are not answered. Enter once more saves it so.</source>
        <translation>
            <numerusform>%n question is not answered. Enter once more saves it so.</numerusform>
            <numerusform>%n questions are not answered. Enter once more saves it so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::StatusStrip</name>
    <message numerus="yes">
        <source>◆ %Ln to settle</source>
        <translation>
            <numerusform>◆ %Ln to settle</numerusform>
            <numerusform>◆ %Ln to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::TaskPanel</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::WindowStrip</name>
    <message numerus="yes">
        <source>called %n time(s)</source>
        <translation>
            <numerusform>called %n time</numerusform>
            <numerusform>called %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting · %1</source>
        <comment>people, the longest wait</comment>
        <translation>
            <numerusform>%Ln waiting · %1</numerusform>
            <numerusform>%Ln waiting · %1</numerusform>
        </translation>
    </message>
</context>
</TS>
