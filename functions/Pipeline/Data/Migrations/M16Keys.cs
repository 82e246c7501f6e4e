using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Keys have a holder, scopes, an end and limits of their own.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123170000_Keys")]
internal sealed class M16Keys : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.AddColumn<string>("Prefix", "ApiKeys", nullable: true, collation: Ordinal);
        migration.AddColumn<string>("Name", "ApiKeys", nullable: true, collation: Ordinal);
        migration.AddColumn<string>("Member", "ApiKeys", nullable: true, collation: Ordinal);
        migration.AddColumn<string>("Scopes", "ApiKeys", nullable: true, collation: Ordinal);
        migration.AddColumn<int>("MostPerMinute", "ApiKeys", nullable: true);
        migration.AddColumn<int>("MostAtOnce", "ApiKeys", nullable: true);
        migration.AddColumn<long>("ExpiresAt", "ApiKeys", nullable: true);
        migration.AddColumn<long>("LastUsedAt", "ApiKeys", nullable: true);
        migration.AddColumn<string>("ReplacedBy", "ApiKeys", nullable: true, collation: Ordinal);
        migration.CreateIndex("IX_ApiKeys_TenantId", "ApiKeys", "TenantId");
    }
}
