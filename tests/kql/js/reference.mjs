import fs from 'fs'; import vm from 'vm';
const [base, schemaFile, listFile, outFolder] = process.argv.slice(2); // the npm package's folder, with a slash at its end
const ctx=globalThis; ctx.window=ctx; ctx.self=ctx;
for (const f of ['bridge.min.js','Kusto.Language.Bridge.min.js']) vm.runInThisContext(fs.readFileSync(base+f,'utf8'),{filename:f});
const K=globalThis.Kusto.Language, S=K.Symbols;
function list(items){const r=[];const n=System.Array.getCount(items);for(let i=0;i<n;++i)r.push(System.Array.getItem(items,i));return r;}
const T={string:'String',datetime:'DateTime',real:'Real',double:'Real',int:'Int',dynamic:'Dynamic',long:'Long',bool:'Bool',guid:'Guid',timespan:'TimeSpan',decimal:'Decimal'};
const schema=JSON.parse(fs.readFileSync(schemaFile,'utf8'));
const tables=Object.entries(schema).map(([n,c])=>new S.TableSymbol.$ctor4(n,Object.entries(c).map(([m,t])=>new S.ColumnSymbol(m,S.ScalarTypes[T[t]],null,null,null,null))));
const db=new S.DatabaseSymbol.$ctor1('workspace',tables,false);
const globals=K.GlobalState.Default.WithCluster(new S.ClusterSymbol.$ctor1('cluster',[db],false)).WithDatabase(db);
const files=fs.readFileSync(listFile,'utf8').trim().split('\n');
const out=[];
function pos(text,off){let line=1,start=0;for(let i=0;i<off;++i){const c=text[i];if(c==='\n'||(c==='\r'&&text[i+1]!=='\n')){++line;start=i+1;}}return [line,off-start+1];}
fs.mkdirSync(outFolder + '/fmt', {recursive: true});
files.forEach((f,n)=>{
  const text=fs.readFileSync(f,'utf8').replace(/^\uFEFF/,'');
  for (const b of list(K.Editor.CodeScript.From$1(text,globals).Blocks))
    for (const d of list(b.Service.GetDiagnostics())) {const [l,c]=pos(text,d.Start); out.push(`${f}:${l}:${c}: ${d.Severity.toLowerCase()} ${d.Code}: ${d.Message}`);}
  const plain=text.replace(/\r\n/g,'\n'); let r='',end=0;
  for (const b of list(K.Editor.CodeScript.From$1(plain,K.GlobalState.Default).Blocks)) {
    const w=plain.substr(b.Start,b.Length), before=/^\s*/.exec(w)[0], after=before.length===w.length?'':/\s*$/.exec(w)[0];
    r+=plain.substring(end,b.Start)+before+b.Service.GetFormattedText(K.Editor.FormattingOptions.Default).Text.trim()+after; end=b.Start+b.Length;
  }
  r+=plain.substring(end); r=r.replace(/\r\n/g,'\n');
  fs.writeFileSync(outFolder+'/fmt/'+n+'.kql', text.includes('\r\n')? r.replace(/\n/g,'\r\n'):r);
});
fs.writeFileSync(outFolder+'/check.txt',out.map(x=>x+'\n').join(''));
