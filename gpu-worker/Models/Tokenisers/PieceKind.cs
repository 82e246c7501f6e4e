namespace SoraFunctions.Models.Tokenisers;

/// <summary>What a piece of a SentencePiece vocabulary is for; the numbers are those of its file.</summary>
public enum PieceKind
{
    /// <summary>A piece of text.</summary>
    Normal = 1,

    /// <summary>Stands for text that no piece covers.</summary>
    Unknown = 2,

    /// <summary>A mark that never comes from text, such as the end.</summary>
    Control = 3,

    /// <summary>Text that is always taken as it stands.</summary>
    UserDefined = 4,

    /// <summary>Not to be used.</summary>
    Unused = 5,

    /// <summary>One byte, written &lt;0xNN&gt;.</summary>
    Byte = 6,
}
