"""What the templates say: a few common statements of common services, for a group to correct.

They are written to start a conversation: usual, generic, and without a card, for only the people
of a service can say what they mean and whose rules they are. One line is one statement.
"""

from activitymap.model.values import Element

TEXTS: dict[str, dict[Element, str]] = {
    "Social care": {
        Element.OBJECT: """
            Children at risk, to be safe and well
            Families, to manage without us""",
        Element.SUBJECT: "Social workers and their team manager",
        Element.TOOLS: """
            Assessment form
            Case record
            Home visits""",
        Element.RULES: """
            Assess within a set time
            See the child alone
            Share information only with consent, unless there is danger""",
        Element.DIVISION_OF_LABOUR: """
            Social worker holds the case
            Manager decides whether a case is opened or closed""",
        Element.COMMUNITY: """
            School, health, police, housing
            Parents, relatives, carers""",
        Element.OUTCOME: "Case closed, or passed on",
    },
    "School": {
        Element.OBJECT: """
            Pupils’ learning
            Attendance""",
        Element.SUBJECT: """
            Class teachers
            Pastoral lead""",
        Element.TOOLS: """
            Lessons and timetable
            Attendance register
            Behaviour record""",
        Element.RULES: """
            Every pupil in school every day
            Report worries about a child the same day""",
        Element.DIVISION_OF_LABOUR: """
            Teacher notices, pastoral lead follows up
            Head teacher decides on exclusion""",
        Element.COMMUNITY: """
            Parents
            Governors and inspectors
            Educational psychologist""",
        Element.OUTCOME: "Young people with qualifications",
    },
    "Health visiting": {
        Element.OBJECT: "Health and development of children under five",
        Element.SUBJECT: "Health visitors and nursery nurses",
        Element.TOOLS: """
            Home visits and clinics
            Development checks
            Child health record""",
        Element.RULES: """
            Offer every family the same set of visits
            Records stay confidential""",
        Element.DIVISION_OF_LABOUR: """
            Health visitor assesses, nursery nurse does the follow-up
            Referral goes through the family doctor""",
        Element.COMMUNITY: """
            Midwives and family doctors
            Parents, nurseries""",
        Element.OUTCOME: "Children ready for school",
    },
    "Hospital ward": {
        Element.OBJECT: "Patient’s illness, to be treated",
        Element.SUBJECT: "Ward doctors and nurses",
        Element.TOOLS: """
            Patient record
            Tests and treatment plan
            Ward round""",
        Element.RULES: """
            Discharge as soon as medically fit
            Visiting hours""",
        Element.DIVISION_OF_LABOUR: """
            Consultant decides on treatment and discharge
            Nurses carry out care and tell the family""",
        Element.COMMUNITY: """
            Other wards and clinics
            Family doctor
            Patient’s relatives""",
        Element.OUTCOME: "Patient discharged, bed free",
    },
    "Housing": {
        Element.OBJECT: "Households that need a home, or could lose it",
        Element.SUBJECT: "Housing officers",
        Element.TOOLS: """
            Housing register
            Tenancy agreement
            Temporary accommodation""",
        Element.RULES: """
            Priority by points
            Rent arrears lead to a notice""",
        Element.DIVISION_OF_LABOUR: """
            Housing officer assesses the application
            Income team follows up arrears""",
        Element.COMMUNITY: """
            Landlords
            Tenants and neighbours
            Advice services""",
        Element.OUTCOME: "Tenancies that last",
    },
    "Family": {
        Element.OBJECT: """
            Everyday life that works
            Children who are well""",
        Element.SUBJECT: "Parents and children",
        Element.TOOLS: """
            Own know-how of what helps
            Phone, bus, and letters from services""",
        Element.RULES: """
            Work and school begin at fixed times
            Be at home when services call""",
        Element.DIVISION_OF_LABOUR: """
            One parent goes to all the appointments
            Older children look after younger ones""",
        Element.COMMUNITY: """
            Relatives, friends, neighbours
            All the services that call""",
        Element.OUTCOME: "A life in our own hands",
    },
}
