namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>How a term of a list is matched.</summary>
internal enum TermKind
{
    /// <summary>Chinese: anywhere in the text.</summary>
    Han,

    /// <summary>A word or a sequence of words, as it is.</summary>
    Word,

    /// <summary>Also in the plural; the last word of a sequence changes.</summary>
    Noun,

    /// <summary>Also in its other forms; the first word of a sequence changes.</summary>
    Verb,

    /// <summary>A name: also with its words run together.</summary>
    Name,
}
