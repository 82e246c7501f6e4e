using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>What an approval says.</summary>
/// <param name="Changed">The request as a reviewer changed it; null when it stays as it was.</param>
public sealed record ReviewResult(BlobRef? Changed = null);
