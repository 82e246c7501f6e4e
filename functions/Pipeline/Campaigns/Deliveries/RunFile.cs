using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Campaigns.Deliveries;

/// <summary>A file of a run as its row has it.</summary>
public static class RunFile
{
    /// <summary>Where it is.</summary>
    /// <param name="text">As the row has it.</param>
    public static BlobRef Of(string text) => CampaignBlobs.Ref(text);
}
