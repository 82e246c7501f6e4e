namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>What pair rules know a term by. The lists have these names in kebab case.</summary>
[Flags]
internal enum TermTags
{
    /// <summary>It counts by itself alone.</summary>
    None = 0,

    /// <summary>Denies what follows: "no blood".</summary>
    Denial = 1,

    /// <summary>A deed that harms, where somebody is harmed.</summary>
    Harm = 1 << 1,

    /// <summary>A deed that harms whoever it is done to.</summary>
    Harm4 = 1 << 2,

    /// <summary>How to harm.</summary>
    HowHarm = 1 << 3,

    /// <summary>Of sexual meaning.</summary>
    Sexual = 1 << 4,

    /// <summary>Of nothing but sexual meaning.</summary>
    Explicit = 1 << 5,

    /// <summary>Somebody.</summary>
    Person = 1 << 6,

    /// <summary>A child.</summary>
    Minor = 1 << 7,

    /// <summary>Somebody young, perhaps a child.</summary>
    Teen = 1 << 8,

    /// <summary>A public figure.</summary>
    Figure = 1 << 9,

    /// <summary>People by what they are.</summary>
    Group = 1 << 10,

    /// <summary>What is said to attack people.</summary>
    Attack = 1 << 11,

    /// <summary>Asks how something is made.</summary>
    Instruct = 1 << 12,

    /// <summary>Whose making must not be taught.</summary>
    Weapon = 1 << 13,

    /// <summary>A weapon that is also a tool.</summary>
    Arm = 1 << 14,

    /// <summary>An animal.</summary>
    Animal = 1 << 15,

    /// <summary>What a crime leaves.</summary>
    Crime = 1 << 16,

    /// <summary>A stressed situation of the public: an election.</summary>
    Election = 1 << 17,

    /// <summary>An emergency of public health.</summary>
    Emergency = 1 << 18,

    /// <summary>A likeness that is made to deceive.</summary>
    Fake = 1 << 19,

    /// <summary>Words put into somebody's mouth.</summary>
    Speech = 1 << 20,

    /// <summary>Denies or overturns: orders to stay at home, a count of votes.</summary>
    Falsehood = 1 << 21,

    /// <summary>A command to whoever reads.</summary>
    Command = 1 << 22,

    /// <summary>What such a command is about.</summary>
    Rules = 1 << 23,

    /// <summary>A blow, which harms or does not.</summary>
    Strike = 1 << 24,

    /// <summary>What shows that it harmed.</summary>
    Outcome = 1 << 25,

    /// <summary>Denies what stands before: "noose-free".</summary>
    DenialAfter = 1 << 27,

    /// <summary>Somebody whom the writer of a prompt knows.</summary>
    Known = 1 << 28,

    /// <summary>Who holds or held a public office.</summary>
    Office = 1 << 29,

    /// <summary>An emoji of a weapon.</summary>
    ArmEmoji = 1 << 26,
}
