using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Long lists of sessions at Stripe are read in several goes.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261124010000_SessionPages")]
internal sealed class M30SessionPages : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.AddColumn<string>("ReadAfter", "PaymentAccounts", nullable: true, collation: Ordinal);
        migration.AddColumn<long>("ReadSince", "PaymentAccounts", nullable: true);
    }
}
