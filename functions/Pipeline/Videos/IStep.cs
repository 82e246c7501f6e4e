namespace SoraFunctions.Pipeline.Videos;

/// <summary>What is done for a video.</summary>
internal interface IStep
{
    /// <summary>Whose.</summary>
    string Tenant { get; }

    /// <summary>For which video.</summary>
    string VideoId { get; }
}
