using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>Writes down up to when the changes of a shop's products are known.</summary>
/// <param name="database">Where shops are.</param>
public sealed class NoteChanges(SoraDatabase database) : IActivity<ChangesOrder, Nothing>
{
    /// <summary>Its name and types.</summary>
    public static Activity<ChangesOrder, Nothing> Definition { get; } = new("NoteChanges", 1);

    /// <inheritdoc/>
    public async Task<Nothing> Run(ChangesOrder input, CancellationToken cancellation)
    {
        DateTimeOffset? known = input.Since;
        await database.Shops.Where(row => row.Domain == input.Shop).ExecuteUpdateAsync(row => row.SetProperty(one => one.ReconciledTo, known), cancellation);
        return Nothing.Value;
    }
}
