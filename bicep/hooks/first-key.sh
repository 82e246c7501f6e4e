#!/bin/sh
# Makes an API key for the tenant "default" and prints it once. Run it by hand after the first deployment:
#   bicep/hooks/first-key.sh RESOURCE_GROUP
# It makes you an administrator of the database server for the time it runs; you need rights to that, az, psql and openssl.
set -eu

group=${1:?the name of the resource group}
server=$(az postgres flexible-server list --resource-group "$group" --query '[0].name' --output tsv)
host=$(az postgres flexible-server show --resource-group "$group" --name "$server" --query fullyQualifiedDomainName --output tsv)
me=$(az ad signed-in-user show --query id --output tsv)
name=$(az ad signed-in-user show --query userPrincipalName --output tsv)

az postgres flexible-server microsoft-entra-admin create --resource-group "$group" --server-name "$server" \
    --object-id "$me" --display-name "$name" --type User --output none
trap 'az postgres flexible-server microsoft-entra-admin delete --resource-group "$group" --server-name "$server" --object-id "$me" --yes --output none' EXIT

key=sk-sora-$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')
hash=$(printf %s "$key" | openssl dgst -sha256 -r | cut -d ' ' -f 1)
hint=$(printf %s "$key" | tail -c 4)

# The tables belong to the identity of the functions; its role is taken on to write to them.
PGPASSWORD=$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv) \
psql "host=$host dbname=sora user=$name sslmode=require" --quiet --set ON_ERROR_STOP=1 \
    --set hash="$hash" --set hint="$hint" --set id="key_$(openssl rand -hex 16)" <<'SQL'
SELECT format('SET ROLE %I', tableowner) FROM pg_tables WHERE tablename = 'ApiKeys' \gexec
\set ticks '621355968000000000 + (extract(epoch from now()) * 10000000)::bigint'
INSERT INTO "Tenants" ("Id", "Name", "CreatedAt") VALUES ('default', 'Default', :ticks) ON CONFLICT DO NOTHING;
INSERT INTO "ApiKeys" ("Id", "TenantId", "Hash", "Hint", "CreatedAt") VALUES (:'id', 'default', :'hash', :'hint', :ticks);
SQL

echo "$key"
